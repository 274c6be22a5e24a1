import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawStratified, placesOf } from './stratified-sample.ts'

interface Person {
  readonly id: string
  readonly group: string
}

/** A frame with as many persons in each group as the list says. */
const frameOf = (sizes: readonly number[]): Person[] =>
  sizes.flatMap((count, group) =>
    Array.from({ length: count }, (_, n) => ({ id: `g${group}-${String(n).padStart(4, '0')}`, group: `g${group}` })),
  )
const draw = (frame: readonly Person[], size: number, seed: string) => drawStratified(frame, size, seed, (p) => p.group)
const ids = (people: readonly Person[]) => people.map(({ id }) => id)

const frames = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })

test('each large group has its share to less than one person, and the sample its size', () => {
  fc.assert(
    fc.property(frames, fc.integer({ min: 1, max: 300 }), fc.string(), (sizes, size, seed) => {
      const frame = frameOf(sizes)
      const drawn = draw(frame, size, seed)
      expect(drawn).toHaveLength(Math.min(size, frame.length))
      expect(new Set(ids(drawn)).size).toBe(drawn.length)
      expect(ids(drawn)).toEqual(ids(drawn).toSorted())
      const small = sizes.some((count) => count * size < frame.length)
      for (const [group, count] of sizes.entries()) {
        const got = drawn.filter((person) => person.group === `g${group}`).length
        if (!small) expect(Math.abs(got - (drawn.length * count) / frame.length)).toBeLessThan(1)
      }
    }),
  )
})

test('places add up, none is a whole one off its share, and the larger group never has fewer', () => {
  fc.assert(
    fc.property(frames, fc.nat(400), (sizes, size) => {
      const places = placesOf(sizes, size)
      const all = sizes.reduce((sum, n) => sum + n, 0)
      expect(places.reduce((sum, n) => sum + n, 0)).toBe(size)
      for (const [at, n] of sizes.entries()) {
        expect(Math.abs((places[at] ?? 0) - (size * n) / all)).toBeLessThan(1)
        for (const [other, m] of sizes.entries()) {
          if (n > m) expect(places[at]).toBeGreaterThanOrEqual(places[other] ?? 0)
        }
      }
    }),
  )
})

test('the same seed draws the same persons from the same frame in any order, and to this day these', () => {
  const frame = frameOf([500, 300, 200])
  fc.assert(
    fc.property(fc.shuffledSubarray(frame, { minLength: frame.length }), (shuffled) => {
      expect(ids(draw(shuffled, 50, '2026-H1'))).toEqual(ids(draw(frame, 50, '2026-H1')))
    }),
    { numRuns: 10 },
  )
  expect(ids(draw(frame, 10, '2026-H2'))).not.toEqual(ids(draw(frame, 10, '2026-H1')))
  expect(ids(draw(frame, 10, '2026-H1'))).toMatchInlineSnapshot(`
    [
      "g0-0245",
      "g0-0251",
      "g0-0286",
      "g0-0315",
      "g0-0453",
      "g1-0108",
      "g1-0173",
      "g1-0277",
      "g2-0061",
      "g2-0095",
    ]
  `)
})

test('everybody is drawn about as often as size of frame says, also in a group too small for a place of its own', () => {
  // 3 of 24: groups of 16, 6 and twice one, which go with the six.
  const frame = frameOf([16, 6, 1, 1])
  const times = new Map<string, number>()
  const draws = 8_000
  for (let n = 0; n < draws; n += 1) {
    for (const id of ids(draw(frame, 3, `seed ${n}`))) times.set(id, (times.get(id) ?? 0) + 1)
  }
  expect(times.size).toBe(24)
  // Expected 1,000 each; five standard deviations either way.
  for (const count of times.values()) expect(Math.abs(count - draws / 8)).toBeLessThan(150)
})

test('nobody’s chance is zero: a lone traveler of a rare kind is in a sample of one, some time', () => {
  const frame = frameOf([40, 9, 1])
  const drawn = new Set(Array.from({ length: 600 }, (_, n) => ids(draw(frame, 1, `seed ${n}`))[0]))
  expect(drawn.size).toBe(50)
})
