import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { importRows, travelerRows } from '../testing/traveler-rows.ts'
import { suppressAddress } from './suppress-address.ts'

test('an objection stops letters to an address in any spelling, and says if a traveler has it', async () => {
  const { ports } = memoryFixture()
  await importRows(ports, travelerRows(2))
  const registered = { ok: true, value: { registered: true } }
  for (const email of ['Traveler-1@Example.com', ' traveler-1@example.com '])
    expect(await suppressAddress(ports, { email })).toEqual(registered)
  const frame = { months: { first: '2026-01', last: null }, budgetFrom: 0, letterLimit: 3 }
  const skips = [{ stage: 'invitation', reason: 'objected', count: 1 }]
  expect(await ports.store.countFrame(frame)).toEqual({ eligible: 1, skips })
})

test('an objection holds before the address is imported', async () => {
  const { ports } = memoryFixture()
  const notYet = { ok: true, value: { registered: false } }
  expect(await suppressAddress(ports, { email: 'traveler-1@example.com' })).toEqual(notYet)
  await importRows(ports, travelerRows(1))
  const frame = { months: { first: '2026-01', last: null }, budgetFrom: 0, letterLimit: 3 }
  expect(await ports.store.countFrame(frame)).toMatchObject({ eligible: 0 })
})

test('a text that is no single address suppresses nothing', async () => {
  const { ports, memory } = memoryFixture()
  for (const email of ['nobody', 'a@example.com, b@example.com', ''])
    expect(await suppressAddress(ports, { email })).toEqual({ ok: false, fault: { code: 'email-invalid' } })
  expect(memory.suppressed.size).toBe(0)
})
