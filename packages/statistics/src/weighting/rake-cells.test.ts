import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '../proportions/wilson.ts'
import { rakeWeights } from './rake.ts'
import { rakeCells, type TallyCell } from './rake-cells.ts'
import { groupRows, regressMargins } from './raking.ts'
import { trimWeights } from './trim.ts'
import { influences, linearisedSe, meanOf } from './weighted.ts'

const regions = ['north', 'south'] as const
const channels = ['app', 'web', 'branch'] as const
const cellOf = (region: string, channel: string) =>
  fc.record({
    categories: fc.constant({ region, channel }),
    tally: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12)),
    baseWeight: fc.constantFrom(1, 2, 12.5, 40),
  })
const cells = fc
  .tuple(...regions.flatMap((region) => channels.map((channel) => cellOf(region, channel))))
  .map((all) =>
    all.map(({ categories, tally: [n, x], baseWeight }): TallyCell => ({ categories, n, x: x % (n + 1), baseWeight })),
  )
const margins = fc
  .tuple(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 100, max: 400 }))
  .map(([north, app]) => ({
    region: { north, south: 1000 - north },
    channel: { app, web: 300, branch: 700 - app },
  }))

/** Expands cells to single answers; `of` is the cell. */
const expand = (cells: readonly TallyCell[]) =>
  cells.flatMap(({ categories, n, x, baseWeight }, of) =>
    Array.from({ length: n }, (_, i) => ({ of, baseWeight, row: { ...categories, score: i < x ? 5 : 2 } })),
  )

describe('raking tallies', () => {
  it('gives the same result as raking every single answer', () => {
    fc.assert(
      fc.property(cells, margins, (cells, margins) => {
        const answers = expand(cells)
        const rows = answers.map(({ row }) => row)
        const byRow = rakeWeights({ rows, baseWeight: answers.map(({ baseWeight }) => baseWeight), margins })
        const byCell = rakeCells({ cells, margins })
        answers.forEach(({ of }, i) => {
          expect(byCell.weights[of]! / byRow.weights[i]!).toBeCloseTo(1, 9)
        })
        expect(byCell.share).toBeCloseTo(byRow.weightedTop2!, 11)
        expect(byCell.se).toBeCloseTo(byRow.seGreg!, 10)
        expect(byCell.kishDeff).toBeCloseTo(byRow.kishDeff!, 9)
        expect(byCell.kishNeff).toBeCloseTo(byRow.kishNeff!, 8)
      }),
    )
  })

  it('agrees with sweeping single answers if base weights are equal', () => {
    fc.assert(
      fc.property(cells, margins, (drawn, margins) => {
        const cells = drawn.map((cell) => ({ ...cell, n: cell.n + 6, baseWeight: 10 }))
        const rows = expand(cells).map(({ row }) => row)
        const byRow = rakeWeights({ rows, baseWeight: 10, margins })
        const byCell = rakeCells({ cells, margins })
        expect(byCell.se).toBeCloseTo(byRow.seRake!, 5)
      }),
    )
  })

  it('trims like trimming every single answer', () => {
    fc.assert(
      fc.property(cells, margins, (cells, margins) => {
        const bounds = { lower: 0.7, upper: 1.4 }
        const answers = expand(cells)
        const rows = answers.map(({ row }) => row)
        const base = answers.map(({ baseWeight }) => baseWeight)
        const raked = rakeWeights({ rows, baseWeight: base, margins }).weights
        const mean = raked.reduce((sum, weight) => sum + weight, 0) / raked.length
        const relative = raked.map((weight) => weight / mean)
        // Rounding decides which weights are outside, so such a draw proves nothing.
        fc.pre(relative.every((weight) => Object.values(bounds).every((bound) => Math.abs(weight - bound) > 1e-9)))
        const weights = trimWeights({ weights: relative, ...bounds }).strict.map((weight) => weight * mean)
        const y = rows.map(({ score }) => (score >= 4 ? 1 : 0))
        const p = meanOf(y, weights)
        const { residuals } = regressMargins(influences(y, weights, p), weights, groupRows(rows, margins), base)
        const byCell = rakeCells({ cells, margins, trim: bounds })
        answers.forEach(({ of }, i) => {
          expect(byCell.weights[of]! / weights[i]!).toBeCloseTo(1, 9)
        })
        expect(byCell.share).toBeCloseTo(p, 11)
        expect(byCell.se).toBeCloseTo(linearisedSe(residuals), 10)
        expect(byCell.trimmed).toBe(relative.filter((weight) => weight < 0.7 || weight > 1.4).length)
      }),
    )
  })

  it('has no more effective answers than answers, and a wider interval than they alone', () => {
    fc.assert(
      fc.property(cells, margins, (cells, margins) => {
        const raked = rakeCells({ cells, margins })
        const answers = cells.reduce((sum, { n }) => sum + n, 0)
        expect(raked.effective).toBeLessThanOrEqual(answers)
        expect(raked.effective).toBeLessThanOrEqual(raked.kishNeff! * (1 + 1e-8))
        const { lower, upper } = wilson({ x: raked.share! * answers, n: answers, level: 0.95 })
        expect(raked.lower).toBeLessThanOrEqual(lower + 1e-12)
        expect(raked.upper).toBeGreaterThanOrEqual(upper - 1e-12)
      }),
    )
  })

  it('gives an empty cell no weight and excludes a category without answers', () => {
    const cells = [
      { categories: { region: 'north' }, n: 8, x: 6, baseWeight: 5 },
      { categories: { region: 'south' }, n: 0, x: 0, baseWeight: 5 },
      { categories: { region: 'elsewhere' }, n: 4, x: 1, baseWeight: 5 },
    ]
    const raked = rakeCells({ cells, margins: { region: { north: 40, south: 60 } } })
    expect(raked.weights).toEqual([5, 0, 5])
    expect(raked.share).toBeCloseTo(7 / 12, 12)
  })

  it('has null figures if everyone is satisfied, for one answer, and for none', () => {
    const all = rakeCells({ cells: [{ categories: { a: 'b' }, n: 3, x: 3, baseWeight: 1 }], margins: { a: { b: 9 } } })
    expect(all).toMatchObject({ weights: [3], share: 1, se: 0, effective: 3, upper: 1, kishDeff: 1 })
    const single = rakeCells({ cells: [{ categories: {}, n: 1, x: 0, baseWeight: 1 }], margins: {} })
    expect(single).toMatchObject({ share: 0, se: null, effective: 1, kishNeff: 1 })
    expect(rakeCells({ cells: [], margins: {} })).toMatchObject({
      weights: [],
      share: null,
      effective: 0,
      lower: null,
      kishDeff: null,
    })
  })
})
