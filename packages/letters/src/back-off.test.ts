import { expect, it } from 'vitest'
import { backOff, FIRST_WAIT_MS, serverBackOff } from './back-off.ts'

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

it('keeps its shape from any first wait, and gives up after as many attempts', () => {
  expect([1, 2, 3, 10, 11].map((attempt) => backOff(attempt, 1000))).toEqual([1000, 3000, 12_000, 8_640_000, null])
})

it('knocks at a dead server every half minute at the least', () => {
  expect([1, 2, 3, 6, 1000].map(serverBackOff)).toEqual([1000, 2000, 4000, 30_000, 30_000])
})
