import { expect, test } from 'vitest'
import { sampleLetters } from '../testing/sample-letters.ts'
import { deliveryHolds, probeWait } from './delivery-holds.ts'

const SECOND = 1000
const DAY = 86_400 * SECOND
const NO = '550 no'

const [invitation, reminder] = sampleLetters('en')
if (!invitation || !reminder) throw new Error('the samples begin with an invitation and a reminder')
const to = (address: string) => ({ to: address, letter: invitation })
const reminderTo = (address: string) => ({ to: address, letter: reminder })

test('probes are 10 seconds to 10 minutes apart', () => {
  const waits = Array.from({ length: 12 }, (_, n) => probeWait(n + 1) / SECOND)
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600, 600, 600, 600])
})

test('an unreachable server holds all letters until one of them, sent as a probe, is accepted', () => {
  const holds = deliveryHolds()
  expect(holds.claimable(0, 96)).toBe(96)
  expect(holds.unreachable(to('a@x.example'), NO, 0)).toBeNull()
  expect([holds.claimable(9999, 96), holds.claimable(10_000, 96), holds.claimable(10_001, 96)]).toEqual([0, 1, 0])
  expect([holds.claimable(29_999, 96), holds.claimable(30_000, 96)]).toEqual([0, 1])
  holds.accepted(to('a@x.example'))
  expect(holds.claimable(30_001, 96)).toBe(96)
})

test('three refusals of a domain hold its letters only; its own acceptance ends that', () => {
  const holds = deliveryHolds()
  expect([1, 2, 3].map((n) => holds.refused(to(`${n}@x.example`), NO, 0))).toEqual([null, null, 10_000])
  expect(holds.waitFor(to('4@X.example'), 5)).toMatchObject({ until: 10_000, reply: NO })
  expect(holds.waitFor(to('4@y.example'), 5)).toBeNull()
  holds.accepted(to('1@y.example'))
  expect(holds.waitFor(to('4@x.example'), 5)).toMatchObject({ until: 10_000 })
  // One probe, and no second one beside it.
  expect(holds.waitFor(to('4@x.example'), 10_000)).toBeNull()
  expect(holds.waitFor(to('5@x.example'), 10_000)).toMatchObject({ until: 30_000 })
  holds.accepted(to('4@x.example'))
  expect(holds.waitFor(to('5@x.example'), 10_001)).toBeNull()
})

test('three domains, or five letters in a row, hold all letters', () => {
  const domains = deliveryHolds()
  for (const name of ['x', 'y', 'z']) domains.refused(to(`a@${name}.example`), NO, 0)
  expect([domains.areAllHeld(), domains.claimable(0, 96)]).toEqual([true, 0])
  const letters = deliveryHolds()
  for (let n = 0; n < 4; n += 1) letters.refused(to(`${n}@x.example`), NO, 0)
  letters.accepted(to('a@y.example'))
  letters.refused(to('5@x.example'), NO, 0)
  expect(letters.areAllHeld()).toBe(false)
  for (let n = 0; n < 4; n += 1) letters.refused(to(`${n}@x.example`), NO, 0)
  expect(letters.areAllHeld()).toBe(true)
})

test('refusals of held letters do not count as attempts for five days', () => {
  const holds = deliveryHolds()
  for (let n = 0; n < 3; n += 1) holds.refused(to(`${n}@x.example`), NO, 0)
  expect(holds.refused(to('a@x.example'), NO, 5 * DAY)).not.toBeNull()
  expect(holds.refused(to('b@x.example'), NO, 5 * DAY + 1)).toBeNull()
})

test('a clock that is set back does not extend a hold', () => {
  const holds = deliveryHolds()
  holds.unreachable(to('a@x.example'), NO, DAY)
  expect(holds.claimable(0, 96)).toBe(1)
})

test('a report has what is held, why, when it is tried next, and the domains that accept again', () => {
  const holds = deliveryHolds()
  for (let n = 0; n < 3; n += 1) holds.refused(to(`${n}@x.example`), '550 5.7.1 relaying denied', n)
  const hold = { since: 2, reply: '550 5.7.1 relaying denied', cause: 'refused', nextTryAt: 10_002 }
  expect(holds.shown()).toEqual({ holds: [{ ...hold, domain: 'x.example' }], accepted: new Set() })
  holds.accepted(to('0@x.example'))
  expect(holds.shown()).toEqual({ holds: [], accepted: new Set(['x.example']) })
  holds.unreachable(to('a@x.example'), 'connect ECONNREFUSED', 5)
  expect(holds.shown().holds).toMatchObject([{ domain: '', since: 5, cause: 'away' }])
})

test('refused reminders hold reminders, and change nothing that is shown or that an invitation meets', () => {
  const holds = deliveryHolds()
  for (const name of ['x', 'y', 'z'])
    for (let n = 0; n < 3; n += 1) holds.refused(reminderTo(`${n}@${name}.example`), NO, 0)
  expect(holds.waitFor(reminderTo('a@other.example'), 5)).toMatchObject({ until: 10_000 })
  expect(holds.shown().holds).toEqual([])
  expect([holds.areAllHeld(), holds.claimable(5, 96), holds.waitFor(to('a@x.example'), 5)]).toEqual([false, 96, null])
  for (let n = 0; n < 2; n += 1) expect(holds.refused(to(`${n}@x.example`), NO, 5)).toBeNull()
  expect(holds.shown().holds).toEqual([])
})

test('an accepted reminder changes nothing that is shown; the next letter is the probe in its place, at once', () => {
  const holds = deliveryHolds()
  for (let n = 0; n < 3; n += 1) holds.refused(to(`${n}@x.example`), NO, 0)
  const before = holds.shown()
  holds.accepted(reminderTo('a@x.example'))
  expect(holds.shown()).toEqual(before)
  holds.unreachable(to('a@x.example'), NO, 0)
  const held = holds.shown()
  for (let n = 0; n < 3; n += 1) {
    expect([holds.claimable(10_000, 96), holds.claimable(10_000, 96)]).toEqual([1, 0])
    holds.accepted(reminderTo(`${n}@x.example`))
    expect(holds.shown()).toEqual(held)
  }
  expect(holds.claimable(10_000, 96)).toBe(1)
  holds.accepted(to('a@x.example'))
  expect(holds.claimable(10_001, 96)).toBe(96)
})

test('a server that no reminder reaches holds reminders, and nothing that is shown', () => {
  const holds = deliveryHolds()
  expect(holds.unreachable(reminderTo('a@x.example'), NO, 0)).toBe(10_000)
  expect(holds.waitFor(reminderTo('b@y.example'), 5)).toMatchObject({ until: 10_000, reply: NO })
  expect([holds.shown().holds, holds.claimable(5, 96)]).toEqual([[], 96])
})
