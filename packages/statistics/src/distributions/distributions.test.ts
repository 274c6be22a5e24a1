import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaCdf, betaQuantile, chiSquareSf, normalQuantile, tQuantile } from './distributions.ts'

const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.double({ min: 0.5, max: 100_000, noNaN: true })

describe('distributions', () => {
  it('the distribution function inverts the quantile', () => {
    fc.assert(
      fc.property(chance, shape, shape, (p, a, b) => {
        const x = betaQuantile({ p, a, b }).value!
        fc.pre(x > 1e-300 && x < 0.999)
        expect(betaCdf({ x, a, b }).value).toBeCloseTo(p, 8)
      }),
    )
  })

  it('a symmetric distribution has two equal tails', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 1000 }), (p, df) => {
        expect(tQuantile({ p, df }).value! / tQuantile({ p: 1 - p, df }).value!).toBeCloseTo(-1, 4)
        expect(normalQuantile({ p }).value! + normalQuantile({ p: 1 - p }).value!).toBeCloseTo(0, 8)
      }),
    )
  })

  it('a tiny tail keeps its relative precision', () => {
    // P(chi-square with 2 degrees of freedom > x) = exp(-x/2).
    for (const x of [1, 60, 600, 1200]) expect(chiSquareSf({ x, df: 2 }).value! / Math.exp(-x / 2)).toBeCloseTo(1, 12)
    expect(normalQuantile({ p: 1e-12 }).value).toBeCloseTo(-7.034483825301131, 12)
  })

  it('an infinite value is null', () => {
    expect(normalQuantile({ p: 0 }).value).toBeNull()
    expect(normalQuantile({ p: 1 }).value).toBeNull()
    expect(tQuantile({ p: 1, df: 3 }).value).toBeNull()
  })
})
