import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, randomSequence } from './sample.ts'

const frameOf = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `t-${String(n).padStart(6, '0')}` }))
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)

test('the same seed draws the same fixed people from the same frame in any order', () => {
  const frame = frameOf(1_000)
  const drawn = ids(drawSample(frame, 5, '2026-H1'))
  expect(ids(drawSample(frame.toReversed(), 5, '2026-H1'))).toEqual(drawn)
  expect(ids(drawSample(frame, 5, '2026-H2'))).not.toEqual(drawn)
  expect(drawn).toMatchInlineSnapshot(`
    [
      "t-000322",
      "t-000477",
      "t-000509",
      "t-000549",
      "t-000964",
    ]
  `)
})

test('a sample has the requested size, no duplicates and only people of the frame', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 250 }),
      fc.string(),
      (frame, size, seed) => {
        const all = frameOf(frame)
        const drawn = ids(drawSample(all, size, seed))
        expect(drawn).toHaveLength(Math.min(frame, size))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((id) => ids(all).includes(id))).toBe(true)
      },
    ),
  )
})

test('drawing a sample does not modify the frame', () => {
  const frame = frameOf(20).toReversed()
  const before = ids(frame)
  drawSample(frame, 5, 's')
  expect(ids(frame)).toEqual(before)
})

test('every person and every pair is drawn about equally often', () => {
  const frame = frameOf(10)
  const persons = new Map<string, number>()
  const pairs = new Map<string, number>()
  const draws = 9_000
  for (let n = 0; n < draws; n += 1) {
    const drawn = ids(drawSample(frame, 3, `seed ${n}`))
    for (const [index, a] of drawn.entries()) {
      persons.set(a, (persons.get(a) ?? 0) + 1)
      for (const b of drawn.slice(index + 1)) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1)
    }
  }
  // Expected counts 2,700 and 600, within 5 standard deviations.
  for (const count of persons.values()) expect(Math.abs(count - 2_700)).toBeLessThan(220)
  expect(pairs.size).toBe(45)
  for (const count of pairs.values()) expect(Math.abs(count - 600)).toBeLessThan(120)
})

test('numbers below a bound are equally likely, even if the bound does not divide 2^32', () => {
  const next = randomSequence('bound')
  const counts = new Array<number>(7).fill(0)
  for (let n = 0; n < 70_000; n += 1) counts[next(7)]! += 1
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})
