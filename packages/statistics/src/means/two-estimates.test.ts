import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombe } from '../proportions/newcombe.ts'
import { twoProportions } from '../proportions/two-proportions.ts'
import { compareEstimates } from './two-estimates.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const error = fc.double({ min: 0.001, max: 0.2, noNaN: true })

describe('the change between two estimates', () => {
  it('is significant exactly if its interval excludes 0', () => {
    fc.assert(
      fc.property(share, error, share, error, (before, seBefore, after, seAfter) => {
        const { p, lower, upper, z } = compareEstimates({ before, seBefore, after, seAfter })
        fc.pre(Math.abs(Math.abs(z!) - 1.959963984540054) > 1e-9)
        expect(p! < 0.05).toBe(lower! > 0 || upper! < 0)
      }),
    )
  })

  it('has the Wald interval if the errors are those of simple shares', () => {
    const se = (p: number, n: number) => Math.sqrt((p * (1 - p)) / n)
    const change = compareEstimates({ before: 0.8, seBefore: se(0.8, 2000), after: 0.81, seAfter: se(0.81, 1000) })
    const unweighted = twoProportions({ x1: 1600, n1: 2000, x2: 810, n2: 1000 })
    expect(change.lower).toBeCloseTo(unweighted.waldLower!, 12)
    expect(change.upper).toBeCloseTo(unweighted.waldUpper!, 12)
    // 1.959964 + 0.841621 standard errors.
    expect(change.detectable! / change.se!).toBeCloseTo(2.801585, 6)
  })

  it('has no test if neither estimate has an error', () => {
    const sure = { before: 0.5, seBefore: 0, after: 0.6, seAfter: 0 }
    expect(compareEstimates(sure)).toMatchObject({ z: null, p: null, detectable: 0 })
    expect(compareEstimates({ ...sure, after: Number.NaN })).toMatchObject({ diff: null, lower: null })
  })
})

describe('the hybrid score interval', () => {
  it('accepts effective sample sizes, and narrows as they grow', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 5, max: 5000, noNaN: true }), (p1, p2, n) => {
        const widthAt = (size: number) => newcombe({ p1, n1: size, p2, n2: size, level: 0.95 })
        expect(widthAt(n).upper! - widthAt(n).lower!).toBeGreaterThanOrEqual(
          widthAt(2 * n).upper! - widthAt(2 * n).lower!,
        )
      }),
    )
  })

  it('is null without answers', () => {
    expect(newcombe({ p1: Number.NaN, n1: 0, p2: 0.5, n2: 10, level: 0.95 })).toEqual({ lower: null, upper: null })
  })
})
