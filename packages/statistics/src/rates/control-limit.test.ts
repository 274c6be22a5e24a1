import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonControlLimit } from './control-limit.ts'

/** P(X <= count) as a sum of masses. */
function atMost(count: number, mean: number): number {
  let [mass, sum] = [Math.exp(-mean), 0]
  for (let k = 0; k <= count; k++) {
    sum += mass
    mass *= mean / (k + 1)
  }
  return sum
}

describe('control limits of a count', () => {
  it('contain the exact quantile, and one less is not enough', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), (mean) => {
        const { exactUpper } = poissonControlLimit({ mean })
        expect(atMost(exactUpper!, mean)).toBeGreaterThanOrEqual(0.99865 - 1e-10)
        expect(atMost(exactUpper! - 1, mean)).toBeLessThan(0.99865 + 1e-10)
      }),
    )
  })

  it('are 0 for a mean of 0 and null for an invalid mean', () => {
    expect(poissonControlLimit({ mean: 0 })).toEqual({ upper: 0, exactUpper: 0 })
    expect(poissonControlLimit({ mean: -1 })).toEqual({ upper: null, exactUpper: null })
    expect(poissonControlLimit({ mean: Number.NaN })).toEqual({ upper: null, exactUpper: null })
  })
})
