import { expect, it } from 'vitest'
import { backOff, FIRST_WAIT_MS, outboxBackOff } from './back-off.ts'

it('tries again soon, then ever later, for three days', () => {
  const waits = Array.from({ length: 12 }, (_, index) => backOff(index + 1, FIRST_WAIT_MS))
  const known = waits.filter((wait) => wait !== null)
  expect(waits[0]).toBe(10_000)
  expect(known).toEqual(known.toSorted((a, b) => a - b))
  const days = known.reduce((sum, wait) => sum + wait, 0) / 86_400_000
  expect(days).toBeGreaterThan(2.9)
  expect(days).toBeLessThan(3.1)
  expect(waits.at(-1)).toBeNull()
})

it.each([1, 2, 10, 60, 600, 3600])(
  'ends within three days, and not long before, from a first wait of %i s',
  (seconds) => {
    const waits: number[] = []
    for (let wait = backOff(1, seconds * 1000); wait !== null; wait = backOff(waits.length + 1, seconds * 1000))
      waits.push(wait)
    expect(waits[0]).toBe(seconds * 1000)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000
    expect(days).toBeLessThanOrEqual(3)
    expect(days).toBeGreaterThan(2)
    expect(waits.length).toBeGreaterThanOrEqual(5)
  },
)

it('asks a failing outbox every half minute at the least', () => {
  expect([1, 2, 3, 6, 1000].map(outboxBackOff)).toEqual([1000, 2000, 4000, 30_000, 30_000])
})
