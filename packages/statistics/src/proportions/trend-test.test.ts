import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proportionTrend } from './trend-test.ts'
import { twoProportions } from './two-proportions.ts'

const point = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500)).map(([n, k]) => ({ n, x: k % (n + 1) }))
const columns = (points: readonly { n: number; x: number }[]) => ({
  x: points.map(({ x }) => x),
  n: points.map(({ n }) => n),
})

describe('the trend of shares', () => {
  it('equals the chi-square test and the difference for two points', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const { slope, chi2, p } = proportionTrend({ ...columns([a, b]), score: [4, 5] })
        const two = twoProportions({ x1: a.x, n1: a.n, x2: b.x, n2: b.n })
        expect(slope).toBeCloseTo(two.diff!, 12)
        if (two.chi2 === null) expect([chi2, p]).toEqual([null, null])
        else expect(chi2! / (two.chi2 + 1e-9)).toBeCloseTo(two.chi2 / (two.chi2 + 1e-9), 6)
      }),
    )
  })

  it('changes the sign of its slope if time is reversed, keeps its p value, and does not depend on the first score', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 9 }), (points) => {
        const score = points.map((_, i) => i)
        const forward = proportionTrend({ ...columns(points), score })
        const reversed = proportionTrend({ ...columns(points), score: score.map((value) => 20 - value) })
        expect(forward.slope! + reversed.slope!).toBeCloseTo(0, 10)
        if (forward.p !== null) expect(reversed.p).toBeCloseTo(forward.p, 9)
      }),
    )
  })

  it('is undefined for one point, for none, and without failures', () => {
    const noTrend = { slope: null, chi2: null, p: null }
    expect(proportionTrend({ x: [], n: [], score: [] })).toEqual(noTrend)
    expect(proportionTrend({ x: [5], n: [9], score: [1] })).toEqual(noTrend)
    expect(proportionTrend({ x: [5, 9], n: [5, 9], score: [1, 2] })).toMatchObject({ slope: 0, chi2: null, p: null })
  })
})
