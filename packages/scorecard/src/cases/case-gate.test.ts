import { expect, it, test } from 'vitest'
import { areCasesPublished, areReportsPublished, publishedCases, publishedInTime } from './case-gate.ts'

const half = (index: number) => ({ kind: 'half-year', year: 2026, index }) as const
const K = 5

it.each([
  [1, '2026-06-30', false, false],
  [1, '2026-07-01', true, false],
  [2, '2026-12-31', false, false],
  [2, '2027-01-01', true, true],
])('half-year %i publishes cases and reports by %s: %s, %s', (index, today, cases, reports) => {
  expect([areCasesPublished(half(index), today), areReportsPublished(half(index), today)]).toEqual([cases, reports])
})

it.each([
  [0, 0],
  [9, 0],
  [10, 10],
  [19, 10],
  [20, 20],
])('%i cases are published as at least %i', (cases, atLeast) => {
  expect(publishedCases(cases, K)).toEqual({ kind: 'people', atLeast, fewerThan: 10 })
})

test('nine cases have no share; ten or more have one in tens of percent, in which one case tells nothing', () => {
  expect(publishedInTime({ due: 9, inTime: 9 }, K)).toEqual({ kind: 'suppressed', fewerThan: 10 })
  expect(publishedInTime({ due: 10, inTime: 0 }, K)).toEqual(publishedInTime({ due: 10, inTime: 1 }, K))
  expect(publishedInTime({ due: 10, inTime: 10 }, K)).toEqual(publishedInTime({ due: 10, inTime: 9 }, K))
  for (const due of [10, 57, 1_000])
    for (let inTime = 0; inTime <= due; inTime += 1) {
      const value = publishedInTime({ due, inTime }, K)
      const share = value.kind === 'coarse' ? value.share.value : Number.NaN
      expect(Number.isInteger(Math.round(share * 1_000) / 100), `${inTime} of ${due}`).toBe(true)
      expect(value).toMatchObject({ people: due - (due % 10) })
    }
})

test('a raised smallest group applies to cases, too', () => {
  expect(publishedCases(19, 20)).toEqual({ kind: 'people', atLeast: 0, fewerThan: 20 })
  expect(publishedInTime({ due: 19, inTime: 9 }, 20)).toEqual({ kind: 'suppressed', fewerThan: 20 })
})
