import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownBlock } from './straight-lining.ts'

const counts = fc.record({ rated: fc.nat(400), part: fc.nat(400) }).map(({ rated, part }) => {
  return { block: 'scale:s', rated, same: Math.min(rated, part) }
})
const smallest = fc.constantFrom(1, 5, 7, 12, 20)

test('no shown number is finer than a multiple of the smallest group, and none is about fewer than ten answers', () => {
  fc.assert(
    fc.property(counts, smallest, (block, k) => {
      const shown = shownBlock(block, k)
      expect([shown.rated % k, shown.same % k]).toEqual([0, 0])
      expect(shown.rated).toBeLessThanOrEqual(block.rated)
      expect(shown.same).toBeLessThanOrEqual(block.same)
      if (shown.kind !== 'shown') expect(shown.same).toBe(0)
      else
        expect(Math.min(block.same, block.rated - block.same, block.rated)).toBeGreaterThanOrEqual(Math.max(10, 2 * k))
    }),
    { numRuns: 2_000 },
  )
})

test('every shown form is that of at least k possible numbers of answers with one rating', () => {
  for (const k of [5, 8])
    for (let rated = 0; rated < 60; rated += 1)
      for (let same = 0; same <= rated; same += 1) {
        const seen = JSON.stringify(shownBlock({ block: 'b', rated, same }, k))
        let others = 0
        for (let total = 0; total < 80; total += 1)
          for (let n = 0; n <= total; n += 1)
            if (
              Math.abs(total - rated) < k &&
              JSON.stringify(shownBlock({ block: 'b', rated: total, same: n }, k)) === seen
            )
              others += 1
        expect(others).toBeGreaterThanOrEqual(k)
      }
})

test('nobody and few read alike, and all and nearly all', () => {
  const seen = (same: number) => shownBlock({ block: 'b', rated: 42, same }, 5)
  expect(seen(0)).toEqual(seen(9))
  expect(seen(33)).toEqual(seen(42))
  expect(seen(10)).toEqual({ block: 'b', kind: 'shown', fewest: 10, rated: 40, same: 10 })
  expect(shownBlock({ block: 'b', rated: 9, same: 9 }, 5)).toEqual(shownBlock({ block: 'b', rated: 0, same: 0 }, 5))
})

test('the exact number of answers does not divide all from nearly all, or nobody from few', () => {
  for (const k of [1, 5, 8])
    for (let rated = 0; rated < 80; rated += 1) {
      const seen = (same: number) => JSON.stringify(shownBlock({ block: 'b', rated, same }, k))
      for (let part = 0; part <= Math.min(rated, 9); part += 1) {
        expect(seen(part)).toBe(seen(0))
        expect(seen(rated - part)).toBe(seen(rated))
      }
    }
})
