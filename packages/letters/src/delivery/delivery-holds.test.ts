import { expect, test } from 'vitest'
import { deliveryHolds, probeWait } from './delivery-holds.ts'

const SECOND = 1000
const DAY = 86_400 * SECOND
const NO = '550 no'

test('probes are 10 seconds to 10 minutes apart', () => {
  const waits = Array.from({ length: 12 }, (_, n) => probeWait(n + 1) / SECOND)
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600, 600, 600, 600])
})

test('an unreachable server holds all letters until one of them, sent as a probe, is accepted', () => {
  const holds = deliveryHolds()
  expect(holds.claimable(0, 96)).toBe(96)
  holds.unreachable(NO, 0)
  expect([holds.claimable(9999, 96), holds.claimable(10_000, 96), holds.claimable(10_001, 96)]).toEqual([0, 1, 0])
  expect([holds.claimable(29_999, 96), holds.claimable(30_000, 96)]).toEqual([0, 1])
  holds.accepted('a@x.example')
  expect(holds.claimable(30_001, 96)).toBe(96)
})

test('three refusals of a domain hold its letters only; its own acceptance ends that', () => {
  const holds = deliveryHolds()
  expect([1, 2, 3].map((n) => holds.refused(`${n}@x.example`, NO, 0))).toEqual([null, null, 10_000])
  expect(holds.waitFor('4@X.example', 5)).toMatchObject({ until: 10_000, reply: NO })
  expect(holds.waitFor('4@y.example', 5)).toBeNull()
  holds.accepted('1@y.example')
  expect(holds.waitFor('4@x.example', 5)).toMatchObject({ until: 10_000 })
  // One probe, and no second one beside it.
  expect(holds.waitFor('4@x.example', 10_000)).toBeNull()
  expect(holds.waitFor('5@x.example', 10_000)).toMatchObject({ until: 30_000 })
  holds.accepted('4@x.example')
  expect(holds.waitFor('5@x.example', 10_001)).toBeNull()
})

test('three domains, or five letters in a row, hold all letters', () => {
  const domains = deliveryHolds()
  for (const name of ['x', 'y', 'z']) domains.refused(`a@${name}.example`, NO, 0)
  expect([domains.areAllHeld(), domains.claimable(0, 96)]).toEqual([true, 0])
  const letters = deliveryHolds()
  for (let n = 0; n < 4; n += 1) letters.refused(`${n}@x.example`, NO, 0)
  letters.accepted('a@y.example')
  letters.refused('5@x.example', NO, 0)
  expect(letters.areAllHeld()).toBe(false)
  for (let n = 0; n < 4; n += 1) letters.refused(`${n}@x.example`, NO, 0)
  expect(letters.areAllHeld()).toBe(true)
})

test('refusals of held letters do not count as attempts for five days', () => {
  const holds = deliveryHolds()
  for (let n = 0; n < 3; n += 1) holds.refused(`${n}@x.example`, NO, 0)
  expect(holds.refused('a@x.example', NO, 5 * DAY)).not.toBeNull()
  expect(holds.refused('b@x.example', NO, 5 * DAY + 1)).toBeNull()
})

test('a clock that is set back does not extend a hold', () => {
  const holds = deliveryHolds()
  holds.unreachable(NO, DAY)
  expect(holds.claimable(0, 96)).toBe(1)
})
