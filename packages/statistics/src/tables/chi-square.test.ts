import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoProportions } from '../proportions/two-proportions.ts'
import { chiSquareGof, chiSquareTable } from './chi-square.ts'

const count = fc.integer({ min: 1, max: 200 })

describe('the fit of counts to shares', () => {
  it('is perfect for proportional counts, in any unit of the shares', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 8 }), (observed) => {
        const { chi2, df, p } = chiSquareGof({ observed, expectedShare: observed.map((seen) => seen * 7) })
        expect(chi2).toBeCloseTo(0, 9)
        expect(df).toBe(observed.length - 1)
        expect(p).toBeCloseTo(1, 3)
      }),
    )
  })

  it('excludes empty categories, and is null for impossible counts or none', () => {
    const fit = chiSquareGof({ observed: [30, 20], expectedShare: [0.5, 0.5] })
    expect(chiSquareGof({ observed: [30, 0, 20], expectedShare: [0.5, 0, 0.5] })).toEqual(fit)
    expect(chiSquareGof({ observed: [30, 1], expectedShare: [1, 0] })).toMatchObject({ chi2: null, p: 0 })
    expect(chiSquareGof({ observed: [], expectedShare: [] })).toEqual({ chi2: null, df: 0, p: null })
    expect(chiSquareGof({ observed: [9], expectedShare: [1] })).toEqual({ chi2: 0, df: 0, p: null })
  })
})

describe('the independence of rows and columns', () => {
  it('equals the test of two shares for a 2 x 2 table', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { chi2, p, df } = chiSquareTable({
          table: [
            [a, b],
            [c, d],
          ],
        })
        const two = twoProportions({ x1: a, n1: a + b, x2: c, n2: c + d })
        expect(df).toBe(1)
        expect(chi2).toBeCloseTo(two.chi2!, 8)
        expect(p).toBeCloseTo(two.p!, 8)
      }),
    )
  })

  it('does not depend on order, direction or empty lines, and V lies between 0 and 1', () => {
    const table = fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const result = chiSquareTable({ table: rows })
        const turned = [0, 1, 2].map((c) => rows.map((row) => row[c] ?? 0))
        expect(chiSquareTable({ table: turned }).chi2).toBeCloseTo(result.chi2!, 8)
        const padded = [...rows.map((row) => [...row, 0]).reverse(), [0, 0, 0, 0]]
        expect(chiSquareTable({ table: padded }).cramersV).toBeCloseTo(result.cramersV!, 8)
        expect(result.cramersV).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('is undefined without a second row or without cases', () => {
    expect(
      chiSquareTable({
        table: [
          [4, 5],
          [0, 0],
        ],
      }),
    ).toEqual({ chi2: 0, df: 0, p: null, cramersV: null })
    expect(chiSquareTable({ table: [] })).toEqual({ chi2: null, df: 0, p: null, cramersV: null })
  })
})
