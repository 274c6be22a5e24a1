import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { suppressAddress } from '../travelers/suppress-address.ts'
import { showUnsubscribing } from './show-unsubscribing.ts'
import { unsubscribe } from './unsubscribe-address.ts'
import { unsubscribeToken } from './unsubscribe-link.ts'

const email = 'traveler-1@example.com'

test('an unsubscribe link tells if its mailbox is already unsubscribed, and opening it changes nothing', async () => {
  const { ports, memory } = memoryFixture()
  const token = unsubscribeToken(ports.keyring, email)
  expect(await showUnsubscribing(ports, { token })).toEqual({ ok: true, value: { done: false, canUndo: false } })
  expect(memory.suppressed.size).toBe(0)
  await unsubscribe(ports, { token })
  expect(await showUnsubscribing(ports, { token })).toEqual({ ok: true, value: { done: true, canUndo: true } })
})

test('an address that only bounced may still be unsubscribed; one whose owner objected need not be', async () => {
  const { ports } = memoryFixture()
  const token = unsubscribeToken(ports.keyring, email)
  await ports.store.suppressAddress(ports.keyring.mac('address-look-up', email), 'bounced', ports.clock.now())
  expect(await showUnsubscribing(ports, { token })).toMatchObject({ value: { done: false } })
  await suppressAddress(ports, { email })
  expect(await showUnsubscribing(ports, { token })).toMatchObject({ value: { done: true, canUndo: false } })
})

test('a forged unsubscribe link is unknown', async () => {
  const { ports } = memoryFixture()
  const token = `A${unsubscribeToken(ports.keyring, email).slice(1)}`
  for (const forged of [token, 'nonsense'])
    expect(await showUnsubscribing(ports, { token: forged })).toEqual({ ok: false, fault: { code: 'link-unknown' } })
})
