import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { importRows, travelerRow } from '../testing/traveler-rows.ts'
import { unsubscribe } from './unsubscribe-address.ts'
import { unsubscribeToken } from './unsubscribe-link.ts'

const frame = { months: { first: '2026-01', last: null }, budgetFrom: 0, letterLimit: 3 }

test('nobody writes again to an address that was unsubscribed, and doing it twice is the same', async () => {
  const { ports } = await openedFixture({ travelers: 2 })
  const token = unsubscribeToken(ports.keyring, 'traveler-1@example.com')
  for (const _ of [1, 2]) expect(await unsubscribe(ports, { token })).toEqual({ ok: true, value: null })
  expect(await ports.store.countFrame(frame)).toEqual({
    eligible: 1,
    skips: [{ stage: 'invitation', reason: 'unsubscribed', count: 1 }],
  })
})

test('the link remains valid for its mailbox after the traveler has another address', async () => {
  const { ports } = await openedFixture({ travelers: 1 })
  const token = unsubscribeToken(ports.keyring, 'traveler-1@example.com')
  await importRows(ports, [travelerRow(1, { email: 'new-address@example.com' })])
  await unsubscribe(ports, { token })
  expect(await ports.store.countFrame(frame)).toMatchObject({ eligible: 1 })
  expect(await ports.store.wantsNoLetters(ports.keyring.mac('address-look-up', 'traveler-1@example.com'))).toBe(true)
})

test('a forged link unsubscribes nobody', async () => {
  const { ports, memory } = memoryFixture()
  for (const token of ['nonsense', 'A'.repeat(56)])
    expect(await unsubscribe(ports, { token })).toEqual({ ok: false, fault: { code: 'link-unknown' } })
  expect(memory.suppressed.size).toBe(0)
})
