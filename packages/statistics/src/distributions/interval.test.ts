import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson } from '../proportions/clopper-pearson.ts'
import { jeffreys } from '../proportions/jeffreys.ts'
import { wilson, wilsonContinuity } from '../proportions/wilson.ts'
import type { Interval, Share } from './interval.ts'

const shares = fc
  .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ x: Math.round(n * share), n }))
const level = fc.double({ min: 0.8, max: 0.999, noNaN: true })
const kinds: Record<string, (share: Share) => Interval> = { wilson, wilsonContinuity, clopperPearson, jeffreys }

for (const [name, interval] of Object.entries(kinds)) {
  describe(name, () => {
    it('lies between 0 and 1 and contains the estimate', () => {
      fc.assert(
        fc.property(shares, level, ({ x, n }, level) => {
          const { lower, upper } = interval({ x, n, level })
          expect(lower).toBeGreaterThanOrEqual(0)
          expect(lower).toBeLessThanOrEqual(x / n + 1e-15)
          expect(upper).toBeGreaterThanOrEqual(x / n - 1e-15)
          expect(upper).toBeLessThanOrEqual(1)
        }),
      )
    })

    it('is mirrored if successes and failures are swapped', () => {
      fc.assert(
        fc.property(shares, level, ({ x, n }, level) => {
          const first = interval({ x, n, level })
          const mirrored = interval({ x: n - x, n, level })
          expect(first.lower).toBeCloseTo(1 - mirrored.upper, 12)
          expect(first.upper).toBeCloseTo(1 - mirrored.lower, 12)
        }),
      )
    })

    it('rises with the number of successes', () => {
      fc.assert(
        fc.property(shares, ({ x, n }) => {
          fc.pre(x < n)
          const smaller = interval({ x, n, level: 0.95 })
          const larger = interval({ x: x + 1, n, level: 0.95 })
          expect(larger.lower).toBeGreaterThanOrEqual(smaller.lower)
          expect(larger.upper).toBeGreaterThanOrEqual(smaller.upper)
        }),
      )
    })

    it('widens with the confidence level', () => {
      fc.assert(
        fc.property(shares, ({ x, n }) => {
          const narrow = interval({ x, n, level: 0.9 })
          const wide = interval({ x, n, level: 0.99 })
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        }),
      )
    })
  })
}

describe('intervals without cases', () => {
  it('have no estimate and range from 0 to 1', () => {
    expect(wilson({ x: 0, n: 0, level: 0.95 })).toEqual({ estimate: null, lower: 0, upper: 1 })
    expect(clopperPearson({ x: 0, n: 0, level: 0.95 })).toEqual({ lower: 0, upper: 1 })
    expect(jeffreys({ x: 0, n: 0, level: 0.95 })).toEqual({ lower: 0, upper: 1 })
  })
})

describe('the exact interval', () => {
  it('is never narrower than its two one-sided tests allow', () => {
    // At the lower bound, P(X >= x) is exactly half of 1 - level.
    const { lower } = clopperPearson({ x: 3, n: 10, level: 0.95 })
    const tail = [0, 1, 2].reduce((sum, k) => sum + [1, 10, 45][k]! * lower ** k * (1 - lower) ** (10 - k), 0)
    expect(1 - tail).toBeCloseTo(0.025, 12)
  })
})
