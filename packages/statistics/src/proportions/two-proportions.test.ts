import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoProportions } from './two-proportions.ts'

const count = (max: number) =>
  fc.tuple(fc.integer({ min: 1, max }), fc.nat(max)).map(([n, k]) => ({ n, x: k % (n + 1) }))

describe('the change between two shares', () => {
  it('changes its sign if the two are swapped, and keeps its p values', () => {
    fc.assert(
      fc.property(count(5000), count(5000), (a, b) => {
        const forward = twoProportions({ x1: a.x, n1: a.n, x2: b.x, n2: b.n })
        const swapped = twoProportions({ x1: b.x, n1: b.n, x2: a.x, n2: a.n })
        expect(forward.diff! + swapped.diff!).toBeCloseTo(0, 12)
        expect(forward.newcombeLower! + swapped.newcombeUpper!).toBeCloseTo(0, 12)
        expect(forward.waldUpper! + swapped.waldLower!).toBeCloseTo(0, 12)
        expect(forward.fisherP).toBeCloseTo(swapped.fisherP, 10)
      }),
    )
  })

  it('has a hybrid score interval that contains the difference and lies within -1 and 1', () => {
    fc.assert(
      fc.property(count(1_000_000), count(1_000_000), (a, b) => {
        const { diff, newcombeLower, newcombeUpper } = twoProportions({ x1: a.x, n1: a.n, x2: b.x, n2: b.n })
        expect(newcombeLower).toBeLessThanOrEqual(diff!)
        expect(newcombeUpper).toBeGreaterThanOrEqual(diff!)
        expect(newcombeLower).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(newcombeUpper).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('has a larger p value with the continuity correction', () => {
    fc.assert(
      fc.property(count(300), count(300), (a, b) => {
        const { p, pContinuity } = twoProportions({ x1: a.x, n1: a.n, x2: b.x, n2: b.n })
        if (p !== null) expect(pContinuity).toBeGreaterThanOrEqual(p)
      }),
    )
  })

  it('has no chi-square test if all succeeded in both', () => {
    const sameTest = twoProportions({ x1: 8, n1: 8, x2: 5, n2: 5 })
    expect(sameTest).toMatchObject({
      diff: 0,
      chi2: null,
      p: null,
      chi2Continuity: null,
      pContinuity: null,
      fisherP: 1,
    })
  })
})
