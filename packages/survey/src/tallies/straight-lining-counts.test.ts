import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { ratingBlocks } from '@wayproof/forms/questionnaire/rating-blocks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCode } from '../answers/answer-code.ts'
import { anyAnswer, anyQuestionnaire } from '../testing/any-questionnaire.ts'
import { StraightLiningCounts } from './count-wave.ts'

type Values = Readonly<Record<string, string>>

function counted(questionnaire: Questionnaire, answers: readonly Values[]) {
  const code = answerCode(questionnaire)
  const counts = new StraightLiningCounts(questionnaire, code.items)
  for (const values of answers) counts.add(code.encode(values))
  return counts.entries()
}

/** The same counts from decoded answers, question by question. */
function naive(questionnaire: Questionnaire, answers: readonly Values[]) {
  const blocks = new Map<string, string[]>()
  for (const question of codedItems(questionnaire)) {
    if (question.kind !== 'scale') continue
    const block = question.item.type === 'matrix' ? `matrix:${question.item.id}` : `scale:${question.scale}`
    blocks.set(block, [...(blocks.get(block) ?? []), question.id])
  }
  return [...blocks]
    .filter(([, ids]) => ids.length >= 4)
    .map(([block, ids]) => {
      const ratings = answers
        .map((values) => ids.flatMap((id) => (/^[0-9]+$/.test(values[id] ?? '') ? [values[id]] : [])))
        .filter(({ length }) => length >= 4)
      return { block, rated: ratings.length, same: ratings.filter((each) => new Set(each).size === 1).length }
    })
}

/** Answers of which some give one rating to nearly everything, as a person in a hurry does. */
const answersTo = (questionnaire: Questionnaire) =>
  fc.array(
    fc.record({ values: anyAnswer(questionnaire), flat: fc.boolean(), rating: fc.integer({ min: 1, max: 5 }) }).map(
      ({ values, flat, rating }) =>
        Object.fromEntries(
          codedItems(questionnaire).flatMap(({ id, kind }) => {
            const value = values[id]
            if (value === undefined) return []
            return [[id, flat && kind === 'scale' && /^[0-9]$/.test(value) ? String(rating) : value]]
          }),
        ) as Values,
    ),
    { maxLength: 30 },
  )

test('the count equals that of decoded answers, for any questionnaire and any answers', () => {
  const found = { rated: 0, same: 0 }
  fc.assert(
    fc.property(
      anyQuestionnaire.chain((questionnaire) => fc.tuple(fc.constant(questionnaire), answersTo(questionnaire))),
      ([questionnaire, answers]) => {
        const entries = counted(questionnaire, answers)
        expect(entries).toEqual(naive(questionnaire, answers))
        for (const { rated, same } of entries) {
          found.rated += rated
          found.same += same
        }
      },
    ),
    { numRuns: 500 },
  )
  expect(found.same).toBeGreaterThan(20)
  expect(found.rated - found.same).toBeGreaterThan(20)
})

test('the shipped questionnaire has one block: all its questions on the scale of satisfaction', () => {
  const [block, ...others] = ratingBlocks(DEFAULT_QUESTIONNAIRE)
  expect(others).toEqual([])
  expect(block?.id).toBe('scale:sat5')
  expect(block?.questions.map(({ id }) => id)).toEqual([
    ...['overall', 'notice', 'consent', 'minimal', 'security', 'control', 'sharing', 'transparency', 'complaint'],
  ])
})

test('off-scale answers and blanks are no ratings, and fewer than four ratings are not judged', () => {
  const one = (values: Values) => counted(DEFAULT_QUESTIONNAIRE, [values]).map(({ rated, same }) => [rated, same])[0]
  const three = { overall: '4', notice: '4', consent: '4' }
  expect(one(three)).toEqual([0, 0])
  expect(one({ ...three, trust: '4' })).toEqual([0, 0])
  expect(one({ ...three, minimal: 'dk', security: 'na' })).toEqual([0, 0])
  expect(one({ ...three, minimal: '4' })).toEqual([1, 1])
  expect(one({ ...three, minimal: '4', security: 'dk', trust: '1' })).toEqual([1, 1])
  expect(one({ ...three, minimal: '5' })).toEqual([1, 0])
  const all = ['overall', 'notice', 'consent', 'minimal', 'security', 'control', 'sharing', 'transparency']
  expect(one(Object.fromEntries(all.map((id) => [id, 'dk'])))).toEqual([0, 0])
})
