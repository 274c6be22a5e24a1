import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation } from './correlation.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { rankCorrelation } from './rank-table.ts'

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 3,
  maxLength: 40,
})

describe('correlation', () => {
  it('is symmetric, and changes its sign with one side', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)]
        const forward = correlation({ x, y })
        const reversed = correlation({ x: y, y: x.map((value) => -value) })
        for (const key of ['pearson', 'spearman', 'kendallTauB'] as const) {
          if (forward[key] === null) expect(reversed[key]).toBeNull()
          else expect(reversed[key]).toBeCloseTo(-forward[key], 9)
          expect(Math.abs(forward[key] ?? 0)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is 1 for any rising line, and rank correlation for any rising curve', () => {
    const x = [1, 2, 4, 7, 11]
    const line = correlation({ x, y: x.map((value) => 3 * value - 1) })
    expect(line.pearson).toBeCloseTo(1, 12)
    expect(line.pearsonP).toBeLessThan(1e-12)
    expect(correlation({ x, y: x.map((value) => value ** 5) })).toMatchObject({ spearman: 1, kendallTauB: 1 })
  })

  it('is undefined if a side does not vary, for one pair and for none; two pairs have no test', () => {
    const noCorrelation = { pearson: null, pearsonP: null, spearman: null, kendallTauB: null }
    expect(correlation({ x: [0.1, 0.1, 0.1], y: [1, 2, 3] })).toEqual(noCorrelation)
    expect(correlation({ x: [1], y: [2] })).toEqual(noCorrelation)
    expect(correlation({ x: [], y: [] })).toEqual(noCorrelation)
    expect(correlation({ x: [1, 2], y: [5, 3] })).toMatchObject({ pearson: -1, pearsonP: null })
  })
})

describe("Cronbach's alpha", () => {
  it('is 1 for a repeated item, and never more', () => {
    fc.assert(
      fc.property(pairs, (items) => {
        const { rawAlpha, itemTotal } = cronbachAlpha({ items })
        expect(rawAlpha ?? 0).toBeLessThanOrEqual(1 + 1e-9)
        const [x, y] = [items.map(([a]) => a), items.map(([, b]) => b)]
        const { pearson } = correlation({ x, y })
        if (pearson !== null) expect(itemTotal[0]).toBeCloseTo(pearson, 9)
        const repeated = cronbachAlpha({ items: x.map((value) => [value, value, value]) }).rawAlpha
        if (repeated !== null) expect(repeated).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is undefined without variation, for one item and without rows', () => {
    expect(
      cronbachAlpha({
        items: [
          [3, 3],
          [3, 3],
        ],
      }),
    ).toEqual({ rawAlpha: null, itemTotal: [null, null] })
    expect(cronbachAlpha({ items: [[1], [2]] }).rawAlpha).toBeNull()
    expect(cronbachAlpha({ items: [] })).toEqual({ rawAlpha: null, itemTotal: [] })
  })
})

describe('rank correlation from counts', () => {
  const tableOf = (points: readonly (readonly [number, number])[]) =>
    Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => points.filter(([a, b]) => a === i + 1 && b === j + 1).length),
    )

  it('equals that of the pairs themselves', () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const { spearman } = correlation({ x: points.map(([a]) => a), y: points.map(([, b]) => b) })
        const tabulated = rankCorrelation({ table: tableOf(points), level: 0.95 })
        expect(tabulated.n).toBe(points.length)
        if (spearman === null) expect(tabulated.spearman).toBeNull()
        else expect(tabulated.spearman).toBeCloseTo(spearman, 9)
        const { interval } = tabulated
        if (interval && tabulated.spearman !== null) {
          expect(interval.lower).toBeLessThanOrEqual(tabulated.spearman)
          expect(interval.upper).toBeGreaterThanOrEqual(tabulated.spearman)
        }
      }),
    )
  })

  it('has the interval of Bonett and Wright on Fisher’s scale', () => {
    const table = [
      [38, 5, 5],
      [5, 16, 5],
      [5, 5, 19],
    ]
    const { n, spearman, interval } = rankCorrelation({ table, level: 0.95 })
    expect(n).toBe(103)
    const half = 1.959963984540054 * Math.sqrt((1 + spearman! ** 2 / 2) / 100)
    expect(interval?.lower).toBeCloseTo(Math.tanh(Math.atanh(spearman!) - half), 12)
    expect(interval?.upper).toBeCloseTo(Math.tanh(Math.atanh(spearman!) + half), 12)
  })

  it('is null without pairs, for one pair, or if a side does not vary', () => {
    for (const table of [[], [[0, 0]], [[1]], [[3, 4]], [[3], [4]]])
      expect(rankCorrelation({ table, level: 0.95 })).toMatchObject({ spearman: null, interval: null })
  })
})
