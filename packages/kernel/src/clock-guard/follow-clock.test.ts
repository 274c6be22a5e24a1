import { expect, test } from 'vitest'
import { followClock } from './follow-clock.ts'

const HOUR = 3_600_000

test('follows another clock from the first measurement on, and ignores what the measurement may have taken', async () => {
  let [here, there] = [10 * HOUR, 9 * HOUR]
  const clock = followClock({ now: () => here }, async () => there)
  expect(clock.now()).toBe(10 * HOUR)
  await clock.follow()
  expect(clock.now()).toBe(9 * HOUR)
  here += 60_000
  there += 61_500
  await clock.follow()
  expect(clock.now()).toBe(9 * HOUR + 60_000)
  here += HOUR
  await clock.follow()
  expect(clock.now()).toBe(there)
})

test('shows its own time if there is no other clock', async () => {
  const clock = followClock({ now: () => 5 }, async () => null)
  await clock.follow()
  expect(clock.now()).toBe(5)
})
