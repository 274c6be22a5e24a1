import { sha256 } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressOf } from './audit-sample.ts'
import { drawKeys, frameDigest, frameOf, proposedSize } from './sample-draw.ts'

const of = { period: '2025-H2', figure: 'partner-audit', side: 'denominator' } as const
const frame = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 })
  .map((keys) => ({ ...of, keys: keys.toSorted() }))
const seed = fc.nat().map((n) => sha256(`${n}`).slice(0, 32))
const drawing = fc
  .tuple(seed, frame)
  .chain(([s, f]) => fc.tuple(fc.constant(s), fc.constant(f), fc.integer({ min: 1, max: f.keys.length })))

test('a sample has the requested size and distinct rows of its frame, and seed and frame reproduce it', () => {
  fc.assert(
    fc.property(drawing, ([s, f, size]) => {
      const drawn = drawKeys(s, f, size)
      expect(drawn).toHaveLength(size)
      expect(new Set(drawn).size).toBe(size)
      expect(drawn.every((key) => f.keys.includes(key))).toBe(true)
      expect(drawKeys(s, { ...f, keys: [...f.keys] }, size)).toEqual(drawn)
      // A larger sample extends a smaller one, because rows are ranked once.
      expect(drawKeys(s, f, f.keys.length).slice(0, size)).toEqual(drawn)
    }),
  )
})

test('the frame does not depend on row order, and another row changes its digest', () => {
  const row = (key: string, numerator: number) => ({ key, label: key, numerator, denominator: 1, places: [] })
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), (keys) => {
      const rows = keys.map((key, index) => row(key, index % 2))
      const sampleFrame = frameOf(of, rows)
      expect(frameOf(of, rows.toReversed())).toEqual(sampleFrame)
      expect(frameDigest(frameOf(of, rows.slice(1)))).not.toBe(frameDigest(sampleFrame))
      expect(frameOf({ ...of, side: 'numerator' }, rows).keys).toHaveLength(Math.floor(keys.length / 2))
    }),
  )
})

test('every row is equally likely', () => {
  const keys = Array.from({ length: 10 }, (_, i) => `r${i}`)
  const hits = new Map(keys.map((key) => [key, 0]))
  const DRAWINGS = 2_000
  for (let n = 0; n < DRAWINGS; n += 1)
    for (const key of drawKeys(`${n}`, { ...of, keys }, 3)) hits.set(key, (hits.get(key) ?? 0) + 1)
  const expected = (DRAWINGS * 3) / keys.length
  // Without replacement the statistic is smaller than chi-square with 9 degrees of freedom; 27.9 is its 99.9 % point.
  const chi = [...hits.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  expect(chi).toBeLessThan(27.9)
})

test('a sample can be recomputed by any program with SHA-256', () => {
  const keys = ['["A"]', '["B"]', '["C"]']
  const digest = sha256(
    '{"figure":"partner-audit","keys":["[\\"A\\"]","[\\"B\\"]","[\\"C\\"]"],"period":"2025-H2","side":"denominator"}',
  )
  const ranked = keys.map((key) => [sha256(`00ff\n${digest}\n${key}`), key]).sort()
  expect(drawKeys('00ff', { ...of, keys }, 2)).toEqual(ranked.slice(0, 2).map(([, key]) => key))
})

test('a sample of nothing, of more than all or of half a row is refused', () => {
  for (const size of [0, -1, 4, 1.5, Number.NaN])
    expect(() => drawKeys('s', { ...of, keys: ['a', 'b', 'c'] }, size)).toThrow(RangeError)
  expect([0, 1, 25, 26, 10_000].map(proposedSize)).toEqual([0, 1, 25, 25, 25])
})

const by = { id: 'a', name: 'Audit' }
const rowsWith = (errors: number, done: number, size: number) =>
  Array.from({ length: size }, (_, i) => ({
    number: i + 1,
    drawn: null,
    revision: 0,
    finding:
      i < done
        ? { result: i < errors ? ('differs' as const) : ('agrees' as const), note: '', documents: [], by, at: 1 }
        : null,
  }))

test('the bound is the share at which so few errors have a probability of 5 %, and a census has none', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  for (const [errors, size] of [
    [0, 25],
    [1, 25],
    [3, 10],
  ] as const) {
    const { atMost } = progressOf({ rows: rowsWith(errors, size, size), frameSize: 500 })
    const p = atMost ?? 0
    let chance = 0
    for (let k = 0; k <= errors; k += 1) chance += choose(size, k) * p ** k * (1 - p) ** (size - k)
    expect(chance).toBeCloseTo(0.05, 9)
  }
  expect(progressOf({ rows: rowsWith(1, 4, 4), frameSize: 4 })).toMatchObject({ errors: 1, atMost: 0.25 })
  expect(progressOf({ rows: rowsWith(0, 0, 5), frameSize: 9 })).toMatchObject({ errorRate: null, atMost: null })
  expect(progressOf({ rows: rowsWith(1, 3, 5), frameSize: 9 })).toMatchObject({
    ...{ size: 5, done: 3, errorRate: { numerator: 1, denominator: 3 }, atMost: null },
  })
})
