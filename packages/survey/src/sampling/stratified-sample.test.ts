import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawStratified, placesOf } from './stratified-sample.ts'

interface Person {
  readonly id: string
  readonly group: string
}

/** A frame with the given number of people in each group. */
const frameOf = (sizes: readonly number[]): Person[] =>
  sizes.flatMap((count, group) =>
    Array.from({ length: count }, (_, n) => ({ id: `g${group}-${String(n).padStart(4, '0')}`, group: `g${group}` })),
  )
const draw = (frame: readonly Person[], size: number, seed: string) => drawStratified(frame, size, seed, (p) => p.group)
const ids = (people: readonly Person[]) => people.map(({ id }) => id)

const frames = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })

test('each large group gets its proportional share within one person, and the sample its exact size', () => {
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

test('allocated places sum to the size, differ from the exact share by less than one, and never favor a smaller group', () => {
  fc.assert(
    fc.property(frames, fc.nat(400), (sizes, size) => {
      const places = placesOf(sizes, size)
      const all = sizes.reduce((sum, n) => sum + n, 0)
      expect(places.reduce((sum, n) => sum + n, 0)).toBe(size)
      for (const [index, n] of sizes.entries()) {
        expect(Math.abs((places[index] ?? 0) - (size * n) / all)).toBeLessThan(1)
        for (const [other, m] of sizes.entries()) {
          if (n > m) expect(places[index]).toBeGreaterThanOrEqual(places[other] ?? 0)
        }
      }
    }),
  )
})

test('the same seed draws the same fixed people from the same frame in any order', () => {
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

test('everyone is drawn about equally often, including members of groups too small for a place of their own', () => {
  // 3 of 24 people: groups of 16 and 6, and two groups of 1 that join the group of 6.
  const frame = frameOf([16, 6, 1, 1])
  const times = new Map<string, number>()
  const draws = 8_000
  for (let n = 0; n < draws; n += 1) {
    for (const id of ids(draw(frame, 3, `seed ${n}`))) times.set(id, (times.get(id) ?? 0) + 1)
  }
  expect(times.size).toBe(24)
  // Expected count 1,000 each, within 5 standard deviations.
  for (const count of times.values()) expect(Math.abs(count - draws / 8)).toBeLessThan(150)
})

test('no selection probability is zero: the only traveler of a rare kind is sometimes the sample of one', () => {
  const frame = frameOf([40, 9, 1])
  const drawn = new Set(Array.from({ length: 600 }, (_, n) => ids(draw(frame, 1, `seed ${n}`))[0]))
  expect(drawn.size).toBe(50)
})
