import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BlockCell, blocksBy, publishedMargins } from './blocks.ts'

const k = 5

/** Cells by trip type, channel and region, in one language. */
const waves = fc.array(
  fc.tuple(fc.nat(400), fc.oneof(fc.nat(12), fc.nat(60)), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 12,
    maxLength: 12,
  },
)

const cellsOf = (drawn: readonly (readonly [number, number, number])[]): readonly BlockCell[] =>
  drawn.map(([invited, opinions, share], i) => ({
    categories: { tripType: `t${i % 2}`, channel: `c${(i >> 1) % 2}`, region: `r${i >> 2}`, language: 'en' },
    ...{ invited, opinions, counted: Math.round(opinions * share) },
  }))

const total = (cells: readonly BlockCell[], count: 'opinions' | 'counted') =>
  cells.reduce((sum, cell) => sum + cell[count], 0)

it('leaves ten opinions of both kinds in every block, and would not with one margin more', () => {
  fc.assert(
    fc.property(waves, (drawn) => {
      const cells = cellsOf(drawn)
      const margins = publishedMargins(cells, k)
      const isSafe = (by: typeof margins) =>
        blocksBy(cells, by).every((block) => {
          const [opinions, counted] = [total(block, 'opinions'), total(block, 'counted')]
          return opinions >= 10 && counted > 0 && counted < opinions
        })
      if (margins.length > 0) expect(isSafe(margins)).toBe(true)
      const order = publishedMargins(
        cells.map((cell) => ({ ...cell, opinions: 20, counted: 10 })),
        k,
      )
      expect(order).toHaveLength(4)
      expect(order.slice(0, margins.length)).toEqual(margins)
      if (margins.length < 4) expect(isSafe(order.slice(0, margins.length + 1))).toBe(false)
    }),
  )
})

it('adds the margin first whose smallest category was asked most, whatever was answered', () => {
  const cell = (region: string, channel: string, invited: number) => ({
    ...{ categories: { tripType: 'group', channel, region, language: 'en' }, invited, opinions: 12, counted: 6 },
  })
  const cells = [cell('east', 'app', 100), cell('east', 'web', 90), cell('west', 'app', 30), cell('west', 'web', 50)]
  expect(publishedMargins(cells, k)).toEqual(['tripType', 'language', 'channel', 'region'])
  const few = cells.map((each) => (each.categories.region === 'west' ? { ...each, opinions: 3, counted: 1 } : each))
  expect(publishedMargins(few, k)).toEqual(['tripType', 'language', 'channel'])
})

it('a larger smallest group asks for larger blocks', () => {
  const cells = ['app', 'web'].map((channel) => ({
    ...{ categories: { tripType: 'group', channel, region: 'east', language: 'en' } },
    ...{ invited: 100, opinions: 15, counted: 9 },
  }))
  expect(publishedMargins(cells, 7)).toContain('channel')
  expect(publishedMargins(cells, 8)).not.toContain('channel')
})
