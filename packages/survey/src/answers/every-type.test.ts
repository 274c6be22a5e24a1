import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAnswer, anyQuestionnaire } from '../testing/any-questionnaire.ts'
import { EVERY_TYPE } from '../testing/every-type.ts'
import { readAnswer, showsItem } from './answer.ts'
import { answerCode } from './answer-code.ts'
import { readDraft } from './draft.ts'
import { packAnswer, packedSize, unpackAnswer } from './packed-answer.ts'

const read = (fields: Record<string, string>) => readAnswer(EVERY_TYPE, { overall: '4', ...fields })
const values = (fields: Record<string, string>) => {
  const answer = read(fields)
  return answer.ok ? answer.value.values : answer.fault.items
}

test('several choices are all stored once one is ticked, and none otherwise', () => {
  expect(values({ 'channels.web': 'yes' })).toEqual({
    ...{ overall: '4', 'channels.app': 'no', 'channels.web': 'yes' },
    ...{ 'channels.phone': 'no', 'channels.none': 'no' },
  })
  expect(values({})).toEqual({ overall: '4' })
  expect(values({ 'channels.web': 'no' })).toEqual({ overall: '4' })
})

test('too many choices, an exclusive one beside others, and a value other than "yes" are faults of the question', () => {
  const tick = (...chosen: readonly string[]) =>
    values(Object.fromEntries(chosen.map((value) => [`channels.${value}`, 'yes'])))
  expect(tick('app', 'web', 'phone')).toEqual({ channels: 'too-many' })
  expect(tick('app', 'none')).toEqual({ channels: 'not-together' })
  expect(tick('none')).toMatchObject({ 'channels.none': 'yes', 'channels.app': 'no' })
  expect(values({ 'channels.app': 'on' })).toEqual({ channels: 'not-an-option' })
  expect(values({ channels: 'app' })).toEqual({ channels: 'unknown-item' })
  expect(values({ 'channels.fax': 'yes' })).toEqual({ 'channels.fax': 'unknown-item' })
})

test('a matrix may be half filled, and a fault of a row names the row', () => {
  expect(values({ notice: '5', security: 'na' })).toEqual({ overall: '4', notice: '5', security: 'na' })
  expect(values({ notice: '5', consent: '6' })).toEqual({ consent: 'not-an-option' })
  expect(values({ aspects: '5' })).toEqual({ aspects: 'unknown-item' })
  const items = EVERY_TYPE.items.map((item): Item => {
    if (item.type !== 'matrix') return item
    return {
      ...item,
      required: true,
      rows: item.rows.map((row, at) => ({ ...row, ...(at === 1 && { required: false }) })),
    }
  })
  const required = { ...EVERY_TYPE, items }
  expect(readAnswer(required, { overall: '4', notice: '5' })).toMatchObject({
    fault: { items: { security: 'required' } },
  })
  expect(readDraft(required, { notice: '5' })).toMatchObject({ ok: true, value: { values: { notice: '5' } } })
})

test('a question that a choice shows is read only if the choice is ticked', () => {
  expect(values({ 'channels.app': 'yes', 'asked-first': 'dk' })).toMatchObject({ 'asked-first': 'dk' })
  expect(values({ 'channels.web': 'yes', 'asked-first': 'dk' })).not.toHaveProperty('asked-first')
})

test('a recommendation is a whole number from 0 to 10', () => {
  for (const value of ['0', '10', 'dk']) expect(values({ recommend: value })).toMatchObject({ recommend: value })
  for (const value of ['11', '-1', '5.0', ' 5', '01'])
    expect(values({ recommend: value })).toEqual({ recommend: 'not-an-option' })
})

test('a short text has one line and its own limit', () => {
  const answer = read({ improve: ' one\r\n\ttwo ' })
  expect(answer.ok && answer.value.comment).toBe('one two')
  expect(values({ improve: '密'.repeat(121) })).toEqual({ improve: 'too-long' })
})

const questionnaireAndAnswer = anyQuestionnaire.chain((questionnaire) =>
  fc.tuple(fc.constant(questionnaire), anyAnswer(questionnaire)),
)

test('any answer is read from its fields, stored and read again without a change', () => {
  fc.assert(
    fc.property(questionnaireAndAnswer, ([questionnaire, given]) => {
      expect(readAnswer(questionnaire, given)).toEqual({ ok: true, value: { values: given, comment: null } })
      const code = answerCode(questionnaire)
      const stored = code.encode(given)
      expect(code.decode(stored)).toEqual(given)
      const size = packedSize(questionnaire)
      const text = { values: stored, comment: null, language: null }
      expect(unpackAnswer(packAnswer(text, size))).toEqual(text)
    }),
    { numRuns: 300 },
  )
})

test('arbitrary fields never store a hidden question, a half answered choice or an unknown value', () => {
  const fields = fc.dictionary(
    fc.oneof(
      fc.constantFrom(...codedItems(EVERY_TYPE).map(({ id }) => id)),
      fc.constantFrom('channels', 'aspects', 'improve', 'draft'),
    ),
    fc.oneof(fc.constantFrom('1', '5', 'yes', 'no', 'dk', 'na', '10', 'unsure', ''), fc.string({ maxLength: 4 })),
  )
  fc.assert(
    fc.property(fields, (posted) => {
      const answer = readAnswer(EVERY_TYPE, posted)
      if (!answer.ok) return
      const stored = answer.value.values
      for (const question of codedItems(EVERY_TYPE)) {
        const value = stored[question.id]
        if (value === undefined) continue
        expect(question.codes).toContain(value)
        expect(showsItem(EVERY_TYPE, stored, question)).toBe(true)
      }
      const ticks = codedItems(EVERY_TYPE).flatMap(({ id, kind }) => (kind === 'tick' ? [stored[id]] : []))
      const chosen = ticks.filter((value) => value === 'yes').length
      expect(
        ticks.every((value) => value === undefined) || (chosen > 0 && chosen <= 2 && !ticks.includes(undefined)),
      ).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('several choices are one applicable item, and each row of a matrix is one', () => {
  const code = answerCode(EVERY_TYPE)
  const kind = (fields: Record<string, string>) => {
    const answer = readAnswer(EVERY_TYPE, fields)
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
    return code.completeness(code.encode(answer.value.values))
  }
  // Applicable: overall, trust, three rows, contacted, the choices, the recommendation.
  const most = { overall: '4', trust: '3', notice: '1', consent: '2', security: '3', contacted: 'no' }
  expect(kind({ ...most, 'channels.web': 'yes' })).toBe('complete')
  expect(kind(most)).toBe('partial')
  expect(kind({ overall: '4', trust: '3', 'channels.web': 'yes' })).toBe('break-off')
  expect(kind({ overall: '4', trust: '3', notice: '2', 'channels.web': 'yes' })).toBe('partial')
})
