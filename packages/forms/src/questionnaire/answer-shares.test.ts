import { anyAnswer, anyQuestionnaire } from '@wayproof/survey/testing/any-questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerShares } from './answer-shares.ts'
import { codedItem } from './coded-items.ts'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'

test('the shipped questionnaire publishes its ratings, and neither its filter nor its leak signal', () => {
  const shares = answerShares(DEFAULT_QUESTIONNAIRE)
  expect(new Set(shares.map(({ kind }) => kind))).toEqual(new Set(['rating']))
  expect(shares).toHaveLength(10)
})

test('each type has its own shares, in the order asked', () => {
  const shares = answerShares(EVERY_TYPE)
  expect(shares.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    ...['overall', 'trust', 'notice', 'consent', 'security', 'complaint'].map((id) => `${id} rating`),
    ...['app', 'web', 'phone', 'none'].map((value) => `channels.${value} chosen`),
    ...['asked-first yes', 'recommend promoters', 'recommend.detractors detractors'],
  ])
  const profile = EVERY_TYPE.items.map((item) => (item.id === 'contacted' ? { ...item, role: 'profile' } : item))
  expect(answerShares({ ...EVERY_TYPE, items: profile }).filter(({ item }) => item === 'contacted')).toMatchObject([
    { id: 'contacted.yes', kind: 'chosen', text: { en: 'Yes' } },
    { id: 'contacted.no', kind: 'chosen' },
    { id: 'contacted.unsure', kind: 'chosen' },
  ])
})

test('9 and 10 are promoters, 0 to 6 detractors, and "don’t know" is no opinion', () => {
  const countedAs = (id: string) => {
    const share = answerShares(EVERY_TYPE).find((candidate) => candidate.id === id)
    return Object.groupBy(share?.countedAs.keys() ?? [], (code) => share?.countedAs.get(code) ?? '')
  }
  const without = { 'without-opinion': ['dk'] }
  expect(countedAs('recommend')).toEqual({
    in: ['9', '10'],
    beside: ['0', '1', '2', '3', '4', '5', '6', '7', '8'],
    ...without,
  })
  expect(countedAs('recommend.detractors')).toEqual({
    ...{ in: ['0', '1', '2', '3', '4', '5', '6'], beside: ['7', '8', '9', '10'] },
    ...without,
  })
})

test('in any questionnaire every share has an ID of its own and counts each value of its question in one way', () => {
  fc.assert(
    fc.property(
      anyQuestionnaire.chain((questionnaire) => fc.tuple(fc.constant(questionnaire), anyAnswer(questionnaire))),
      ([questionnaire, values]) => {
        const shares = answerShares(questionnaire)
        expect(new Set(shares.map(({ id }) => id)).size).toBe(shares.length)
        for (const { item, countedAs } of shares)
          expect([...countedAs.keys()]).toEqual(codedItem(questionnaire, item)?.codes)
        // The shares of one question's choices have the same base, which a choice among others never exceeds.
        for (const [item, same] of Map.groupBy(shares, (share) => share.item)) {
          const opinions = same.map(({ countedAs }) => countedAs.get(values[item] ?? '') ?? null)
          expect(new Set(opinions.map((counted) => counted === null || counted === 'without-opinion')).size).toBe(1)
          expect(opinions.filter((counted) => counted === 'in').length).toBeLessThanOrEqual(1)
        }
      },
    ),
  )
})
