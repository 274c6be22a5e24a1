import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile } from './sample-quantile.ts'

const sample = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 40 })
const TYPES = ['type7', 'type6', 'type2'] as const

describe('sample quantiles', () => {
  it('rise monotonically from the minimum to the maximum', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const probs = Array.from({ length: 21 }, (_, i) => i / 20)
        const quantiles = quantile({ x, probs })
        for (const type of TYPES) {
          const values = quantiles[type] as readonly number[]
          expect([values[0], values.at(-1)]).toEqual([Math.min(...x), Math.max(...x)])
          values.slice(1).forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual(values[i]! - 1e-12)
          })
        }
      }),
    )
  })

  it('agree on the median, and change their sign with the sample', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const { type7, type6, type2 } = quantile({ x, probs: [0.5] })
        expect(type6).toEqual(type7)
        expect(type2).toEqual(type7)
        const forward = quantile({ x, probs: [0.3] })
        const reversed = quantile({ x: x.map((value) => -value), probs: [0.7] })
        for (const type of TYPES) expect(reversed[type][0]).toBeCloseTo(-forward[type][0]!, 8)
      }),
    )
  })

  it('are the value itself for one value, and null for none', () => {
    expect(quantile({ x: [7], probs: [0, 0.4, 1] })).toEqual({ type7: [7, 7, 7], type6: [7, 7, 7], type2: [7, 7, 7] })
    expect(quantile({ x: [], probs: [0.5] })).toEqual({ type7: [null], type6: [null], type2: [null] })
  })
})
