import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pAdjust } from './multiplicity.ts'

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })

/** Holm's procedure step by step: reject while p(i) <= alpha / (m - i + 1), stop at the first larger one. */
function rejectedByHolm(p: readonly number[], alpha: number): boolean[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!)
  const rejected = p.map(() => false)
  for (const [place, i] of order.entries()) {
    if (p[i]! * (p.length - place) > alpha) break
    rejected[i] = true
  }
  return rejected
}

describe('adjusted p values', () => {
  it("reject the same tests as Holm's step-down procedure", () => {
    fc.assert(
      fc.property(ps, fc.constantFrom(0.01, 0.05, 0.2), (p, alpha) => {
        expect(pAdjust({ p }).holm.map((value) => value <= alpha)).toEqual(rejectedByHolm(p, alpha))
      }),
    )
  })

  it('are ordered raw <= bh <= holm <= bonferroni <= 1', () => {
    fc.assert(
      fc.property(ps, (p) => {
        const { holm, bh, bonferroni } = pAdjust({ p })
        p.forEach((raw, i) => {
          const values = [raw, bh[i]!, holm[i]!, bonferroni[i]!, 1]
          for (let k = 1; k < values.length; k++) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]! * (1 - 1e-12))
        })
      }),
    )
  })

  it('are unchanged for one test, and empty for none', () => {
    expect(pAdjust({ p: [0.03] })).toEqual({ holm: [0.03], bh: [0.03], bonferroni: [0.03] })
    expect(pAdjust({ p: [] })).toEqual({ holm: [], bh: [], bonferroni: [] })
  })
})
