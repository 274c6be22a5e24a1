import { type AnswerValues, showsItem } from '@wayproof/survey/answers/answer'
import { answerCode } from '@wayproof/survey/answers/answer-code'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import type { Questionnaire } from './questionnaire.ts'

const closed = DEFAULT_QUESTIONNAIRE.items.filter(({ type }) => type !== 'text')
const kindOf = (questionnaire: Questionnaire, values: AnswerValues) => {
  const code = answerCode(questionnaire)
  return code.completeness(code.encode(values))
}
const first = (count: number, contacted: string | null) =>
  Object.fromEntries([
    ...closed
      .filter(({ id }) => id !== 'contacted' && id !== 'complaint')
      .slice(0, contacted === null ? count : count - 1)
      .map(({ id }) => [id, id === 'signal' ? 'no' : '4'] as const),
    ...(contacted === null ? [] : [['contacted', contacted] as const]),
  ])

test('9 answers to 11 applicable questions are complete, 6 partial and 5 a break-off', () => {
  expect(closed).toHaveLength(12)
  const kinds = [11, 9, 8, 6, 5, 1].map((count) => kindOf(DEFAULT_QUESTIONNAIRE, first(count, 'no')))
  expect(kinds).toEqual(['complete', 'complete', 'partial', 'partial', 'break-off', 'break-off'])
})

test('a question whose condition is met counts as asked, and "no experience" counts as an answer', () => {
  // 9 of 11 is complete, 9 of 12 is not.
  expect(kindOf(DEFAULT_QUESTIONNAIRE, first(9, 'yes'))).toBe('partial')
  expect(kindOf(DEFAULT_QUESTIONNAIRE, { ...first(9, 'yes'), complaint: 'na' })).toBe('complete')
})

test('an answer without the headline is never complete', () => {
  const { overall: _, ...rest } = first(11, 'no')
  expect(kindOf(DEFAULT_QUESTIONNAIRE, rest)).toBe('partial')
})

test('a nested conditional question applies only if both conditions are met', () => {
  const choice = (id: string, showIf?: Record<string, string>) => ({
    ...DEFAULT_QUESTIONNAIRE.items.find((item) => item.id === 'contacted')!,
    id,
    ...(showIf ? { showIf } : {}),
  })
  const nested = {
    ...DEFAULT_QUESTIONNAIRE,
    items: [choice('a'), choice('b', { a: 'yes' }), choice('c', { b: 'yes' })],
  }
  expect(kindOf(nested, { a: 'no' })).toBe('complete')
  expect(kindOf(nested, { a: 'yes' })).toBe('partial')
  expect(kindOf(nested, { a: 'yes', b: 'yes' })).toBe('partial')
  expect(kindOf(nested, { a: 'yes', b: 'no' })).toBe('complete')
})

test('the completeness of any answer follows from the number of shown and answered items', () => {
  const { items } = answerCode(DEFAULT_QUESTIONNAIRE)
  const answers = fc
    .tuple(...items.map(({ values }) => fc.option(fc.constantFrom(...values), { nil: null, freq: 3 })))
    .map((given) => Object.fromEntries(items.flatMap(({ item }, n) => (given[n] ? [[item, given[n]] as const] : []))))
  fc.assert(
    fc.property(answers, (values) => {
      const asked = closed.filter((item) => showsItem(DEFAULT_QUESTIONNAIRE, values, item))
      const share = asked.filter(({ id }) => values[id] !== undefined).length / asked.length
      const expected = share < 0.5 ? 'break-off' : share >= 0.8 && values.overall ? 'complete' : 'partial'
      expect(kindOf(DEFAULT_QUESTIONNAIRE, values)).toBe(expected)
    }),
  )
})
