import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimWeights } from './trim.ts'
import { kishEffect } from './weighted.ts'

const weights = fc.array(fc.double({ min: 0.01, max: 20, noNaN: true }), { minLength: 1, maxLength: 50 })
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

describe('trimming', () => {
  it('moves every weight within the bounds and keeps the sum, as long as an untrimmed weight can take the excess', () => {
    fc.assert(
      fc.property(weights, (weights) => {
        const { strict } = trimWeights({ weights, lower: 0.3, upper: 3 })
        for (const weight of strict) {
          expect(weight).toBeGreaterThanOrEqual(0.3)
          expect(weight).toBeLessThanOrEqual(3)
        }
        if (strict.some((weight) => weight > 0.3 && weight < 3)) expect(sum(strict)).toBeCloseTo(sum(weights), 8)
      }),
    )
  })

  it('does not change weights within the bounds', () => {
    const inside = [0.3, 1, 3]
    const trimmed = trimWeights({ weights: inside, lower: 0.3, upper: 3 })
    expect([trimmed.strict, trimmed.once]).toEqual([inside, inside])
  })

  it('cuts to the bounds if no weight is within them', () => {
    const trimmed = trimWeights({ weights: [0.1, 9, 5], lower: 0.3, upper: 3 })
    expect([trimmed.strict, trimmed.once]).toEqual([
      [0.3, 3, 3],
      [0.3, 3, 3],
    ])
  })

  it('leaves other weights outside after a single pass', () => {
    const { once, strict } = trimWeights({ weights: [2.9, 20, 1], lower: 0.3, upper: 3 })
    expect(Math.max(...once)).toBeGreaterThan(3)
    expect(Math.max(...strict)).toBe(3)
  })
})

describe('the design effect', () => {
  it('is 1 for equal weights and at least 1 for any', () => {
    expect(kishEffect([2, 2, 2])).toEqual({ designEffect: 1, effectiveN: 3 })
    fc.assert(
      fc.property(weights, (weights) => {
        const { designEffect, effectiveN } = kishEffect(weights)
        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
        expect(effectiveN! * designEffect!).toBeCloseTo(weights.length, 9)
      }),
    )
  })

  it('is undefined without weights', () => {
    expect(kishEffect([])).toEqual({ designEffect: null, effectiveN: null })
  })
})
