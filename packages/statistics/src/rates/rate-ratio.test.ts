import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonRateExact } from './poisson-rate.ts'
import { poissonRateRatio } from './rate-ratio.ts'

const rates = fc.record({
  baselineCount: fc.nat(5000),
  currentCount: fc.nat(5000),
  baselineExposure: fc.integer({ min: 1, max: 100_000 }),
  currentExposure: fc.integer({ min: 1, max: 100_000 }),
  targetRatio: fc.constant(0.5),
})

describe('the ratio of two incident rates', () => {
  it('lies within its interval', () => {
    fc.assert(
      fc.property(rates, (counts) => {
        const { ratio, ciLower, ciUpper } = poissonRateRatio(counts)
        if (ratio !== null) expect(ciLower).toBeLessThanOrEqual(ratio * (1 + 1e-12))
        if (ratio !== null && ciUpper !== null) expect(ciUpper).toBeGreaterThanOrEqual(ratio * (1 - 1e-12))
      }),
    )
  })

  it('is inverted if the years are swapped', () => {
    fc.assert(
      fc.property(rates, (counts) => {
        fc.pre(counts.baselineCount > 0 && counts.currentCount > 0)
        const reversed = poissonRateRatio({
          ...counts,
          baselineCount: counts.currentCount,
          baselineExposure: counts.currentExposure,
          currentCount: counts.baselineCount,
          currentExposure: counts.baselineExposure,
        })
        expect(poissonRateRatio(counts).ciUpper! * reversed.ciLower!).toBeCloseTo(1, 10)
      }),
    )
  })

  it('has an exact test that agrees with its exact interval', () => {
    fc.assert(
      fc.property(rates, (counts) => {
        const { ciUpper, pLessRatioHalf } = poissonRateRatio(counts)
        if (ciUpper !== null && Math.abs(ciUpper - 0.5) > 1e-9) expect(pLessRatioHalf! <= 0.025).toBe(ciUpper <= 0.5)
      }),
    )
  })

  it('has neither ratio nor upper bound without baseline cases', () => {
    const counts = { baselineCount: 0, baselineExposure: 1, currentCount: 3, currentExposure: 1, targetRatio: 0.5 }
    expect(poissonRateRatio(counts)).toMatchObject({ ratio: null, reduction: null, ciUpper: null })
  })

  it('cannot prove a halving from 9 incidents, but can from 10 if none remains', () => {
    const withoutCases = (baselineCount: number) =>
      poissonRateRatio({ baselineCount, baselineExposure: 1, currentCount: 0, currentExposure: 1, targetRatio: 0.5 })
    expect(withoutCases(9).ciUpper).toBeGreaterThan(0.5)
    expect(withoutCases(10).ciUpper).toBeLessThanOrEqual(0.5)
  })
})

describe('a rate', () => {
  it('lies within its exact interval, which narrows as counts grow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0.8, max: 0.999, noNaN: true }),
        (count, level) => {
          const { rate, lower, upper } = poissonRateExact({ count, exposure: 10, level })
          expect(lower).toBeLessThan(rate!)
          expect(upper).toBeGreaterThan(rate!)
          const doubled = poissonRateExact({ count: 2 * count, exposure: 20, level })
          expect(doubled.upper! - doubled.lower!).toBeLessThan(upper! - lower!)
        },
      ),
    )
  })

  it('has the upper bound -log(tail) for a count of 0', () => {
    expect(poissonRateExact({ count: 0, exposure: 2, level: 0.9 }).upper).toBeCloseTo(-Math.log(0.05) / 2, 12)
  })

  it('is undefined without exposure', () => {
    expect(poissonRateExact({ count: 1, exposure: 0, level: 0.95 })).toEqual({ rate: null, lower: null, upper: null })
  })
})
