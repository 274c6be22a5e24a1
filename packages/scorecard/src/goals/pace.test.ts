import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allowedBy, completionPace, expectedBy, leakPace } from './pace.ts'

const all = { numerator: 1, denominator: 1 }
const audits = (done: number, due: number, elapsed: number) =>
  completionPace({ numerator: done, denominator: due }, all, elapsed).status

it.each([
  [9, 10, 335 / 365, 'green'],
  [8, 10, 335 / 365, 'amber'],
  [5, 10, 335 / 365, 'amber'],
  [4, 10, 335 / 365, 'red'],
  [0, 1, 0.49, 'green'],
  [0, 1, 0.51, 'red'],
  [1, 1, 0.01, 'green'],
  [0, 10, 0.099, 'too-early'],
  [10, 10, 0.099, 'green'],
] as const)('%i of %i audits at %d of the year are %s', (done, due, elapsed, status) => {
  expect(audits(done, due, elapsed)).toBe(status)
})

it.each([
  [1, 4, 31 / 365, 'too-early'],
  [1, 4, 45 / 365, 'green'],
  [2, 4, 45 / 365, 'amber'],
  [3, 4, 45 / 365, 'red'],
  [2, 4, 0.5, 'green'],
  [4, 4, 0.5, 'amber'],
  [4, 4, 0.76, 'green'],
  [0, 0, 0.5, 'green'],
] as const)('%i leaks of at most %i at %d of the year are %s', (count, cap, elapsed, status) => {
  expect(leakPace(count, cap, elapsed).status).toBe(status)
})

it('needs no more than the target asks for, in integers', () => {
  const target = { numerator: 55, denominator: 100 }
  expect(completionPace({ numerator: 0, denominator: 100 }, target, 0.5).pace).toEqual({ need: 55, elapsedShare: 0.5 })
})

it('a company on an even pace is never behind by more than one, and a later day asks for no less', () => {
  const share = fc.double({ min: 0.1, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), share, share, (needed, one, other) => {
      const even = Math.floor(needed * one)
      expect(expectedBy(needed, one) - even).toBeLessThanOrEqual(1)
      expect(audits(needed, needed, one)).toBe('green')
      expect(leakPace(even, needed, Math.floor(one * 1000) / 1000).status).not.toBe('red')
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)]
      expect(expectedBy(needed, later)).toBeGreaterThanOrEqual(expectedBy(needed, sooner))
      expect(allowedBy(needed, later)).toBeGreaterThanOrEqual(allowedBy(needed, sooner))
      expect([expectedBy(needed, 1), allowedBy(needed, 1)]).toEqual([needed, needed])
    }),
  )
})
