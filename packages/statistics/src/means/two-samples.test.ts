import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanCi } from './mean-interval.ts'
import { compareLikert } from './two-samples.ts'

const wave = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 40 })

describe('two waves of ratings', () => {
  it('W equals a count over all pairs', () => {
    fc.assert(
      fc.property(wave, wave, (before, after) => {
        const pairs = after.flatMap((b) => before.map((a) => (b > a ? 1 : b === a ? 0.5 : 0)))
        const W = pairs.reduce((sum: number, won) => sum + won, 0)
        const change = compareLikert({ before, after })
        expect(change.W).toBeCloseTo(W, 9)
        expect(change.probSuperiority).toBeCloseTo(W / pairs.length, 12)
      }),
    )
  })

  it('swapping the waves changes the sign and keeps the p values', () => {
    fc.assert(
      fc.property(wave, wave, (before, after) => {
        const forward = compareLikert({ before, after })
        const reversed = compareLikert({ before: after, after: before })
        if (forward.welchT === null) expect(reversed.welchT).toBeNull()
        else {
          expect(reversed.welchT).toBeCloseTo(-forward.welchT, 9)
          expect(reversed.welchUpper).toBeCloseTo(-forward.welchLower!, 9)
          expect(reversed.welchP).toBeCloseTo(forward.welchP!, 9)
        }
        if (forward.wilcoxP !== null) {
          expect(reversed.wilcoxP).toBeCloseTo(forward.wilcoxP, 9)
          expect(forward.wilcoxP).toBeGreaterThanOrEqual(forward.wilcoxPNoCc! - 1e-12)
        }
      }),
    )
  })

  it('there is no test without variation or with too few answers', () => {
    const flat = compareLikert({ before: [4, 4, 4], after: [4, 4] })
    expect(flat).toMatchObject({ welchT: null, welchP: null, wilcoxP: null, W: 3, probSuperiority: 0.5 })
    expect(compareLikert({ before: [3, 3], after: [5, 5] })).toMatchObject({ welchP: null, probSuperiority: 1 })
    expect(compareLikert({ before: [4], after: [5, 3] })).toMatchObject({ welchDf: null, welchP: null, W: 1 })
    expect(Object.values(compareLikert({ before: [], after: [5] })).every((figure) => figure === null)).toBe(true)
  })
})

describe('the interval of a mean', () => {
  it('contains the mean and widens with the level', () => {
    fc.assert(
      fc.property(wave, (x) => {
        const [narrow, wide] = [meanCi({ x, level: 0.8 }), meanCi({ x, level: 0.99 })]
        expect((wide.lower! + wide.upper!) / 2).toBeCloseTo(wide.mean!, 9)
        expect(wide.upper! - wide.lower!).toBeGreaterThanOrEqual(narrow.upper! - narrow.lower!)
      }),
    )
  })

  it('has width 0 for equal values, is unknown for one value, and null for none', () => {
    expect(meanCi({ x: [0.1, 0.1, 0.1], level: 0.95 })).toMatchObject({ sd: 0, se: 0 })
    expect(meanCi({ x: [4], level: 0.95 })).toEqual({ mean: 4, sd: null, se: null, lower: null, upper: null })
    expect(meanCi({ x: [], level: 0.95 })).toEqual({ mean: null, sd: null, se: null, lower: null, upper: null })
  })
})
