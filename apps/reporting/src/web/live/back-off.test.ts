import { expect, test } from 'vitest'
import { backOff } from './hear-changes.ts'

test('the wait doubles after each short connection up to 5 minutes, and starts again after a long one', () => {
  const wait = backOff()
  expect(Array.from({ length: 11 }, () => wait(0, 0))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
  ])
  expect(wait(60_000, 0)).toBe(1000)
  expect(wait(59_999, 1)).toBe(4000)
})
