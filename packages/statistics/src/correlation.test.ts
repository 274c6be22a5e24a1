import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation, cronbachAlpha } from './index.ts'

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 3,
  maxLength: 40,
})

describe('correlation', () => {
  it('is the same both ways, and turns with the sign of one side', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)]
        const there = correlation({ x, y })
        const back = correlation({ x: y, y: x.map((value) => -value) })
        for (const key of ['pearson', 'spearman', 'kendallTauB'] as const) {
          if (there[key] === null) expect(back[key]).toBeNull()
          else expect(back[key]).toBeCloseTo(-there[key], 9)
          expect(Math.abs(there[key] ?? 0)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is complete for any rising line; by ranks for any rising curve', () => {
    const x = [1, 2, 4, 7, 11]
    const line = correlation({ x, y: x.map((value) => 3 * value - 1) })
    expect(line.pearson).toBeCloseTo(1, 12)
    expect(line.pearsonP).toBeLessThan(1e-12)
    expect(correlation({ x, y: x.map((value) => value ** 5) })).toMatchObject({ spearman: 1, kendallTauB: 1 })
  })

  it('is undefined where a side does not vary, of one and of none; two points test nothing', () => {
    const none = { pearson: null, pearsonP: null, spearman: null, kendallTauB: null }
    expect(correlation({ x: [0.1, 0.1, 0.1], y: [1, 2, 3] })).toEqual(none)
    expect(correlation({ x: [1], y: [2] })).toEqual(none)
    expect(correlation({ x: [], y: [] })).toEqual(none)
    expect(correlation({ x: [1, 2], y: [5, 3] })).toMatchObject({ pearson: -1, pearsonP: null })
  })
})

describe("Cronbach's alpha", () => {
  it('is 1 for an item asked several times, and never more', () => {
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

  it('is undefined where nothing varies, of one item and of nobody', () => {
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
