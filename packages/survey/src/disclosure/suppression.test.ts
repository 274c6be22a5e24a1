import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayReadComments, suppress } from './suppression.ts'

const cells = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.nat(30))
const k = 5

it('suppresses nothing if no cell is small', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.constantFrom(0, 5, 6, 100)), (given) => {
      expect(suppress(given, k).hidden).toEqual([])
    }),
  )
})

it('suppresses every small cell but no empty one', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const hidden = new Set(suppress(given, k).hidden)
      for (const [name, people] of Object.entries(given)) {
        if (people > 0 && people < k) expect(hidden).toContain(name)
        if (people === 0) expect(hidden).not.toContain(name)
      }
    }),
  )
})

it('suppresses at least two cells with five people or more in all, so that the total reveals none', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const { hidden } = suppress(given, k)
      const filled = Object.values(given).filter((people) => people > 0).length
      if (hidden.length === 0 || hidden.length === filled) return
      expect(hidden.length).toBeGreaterThanOrEqual(2)
      expect(hidden.reduce((sum, name) => sum + (given[name] ?? 0), 0)).toBeGreaterThanOrEqual(k)
    }),
  )
})

it('suppresses no more than necessary, smallest first, ties by name', () => {
  expect(suppress({ north: 40, south: 4, east: 40 }, k).hidden).toEqual(['east', 'south'])
  expect(suppress({ north: 0, south: 4, east: 9, west: 8 }, k).hidden).toEqual(['south', 'west'])
})

it('comments are withheld if fewer than ten people answered', () => {
  expect([9, 10].map(mayReadComments)).toEqual([false, true])
})
