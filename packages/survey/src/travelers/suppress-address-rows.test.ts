import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import {
  countOf,
  coursesNow,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  surveyWorld,
  travelerFile,
  travelerRows,
} from '../testing/survey-world.ts'
import { addressKey } from './address-key.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { importTravelers } from './import-travelers.ts'
import { suppressAddress } from './suppress-address.ts'

const reasons = ({ database }: SurveyWorld) =>
  database.query.all<{ reason: string }>('SELECT reason FROM suppression ORDER BY reason')

test('a traveler who objected before the import of the address is imported and never written to', async () => {
  const world = await surveyWorld()
  const objection = { email: ' Traveler-2@EXAMPLE.com' }
  expect(await suppressAddress(world.ports, objection)).toEqual({ ok: true, value: { registered: false } })
  await importTravelers(world.ports, travelerFile(travelerRows(4)))
  await openWaveForAll(world)
  expect(await countOf(world, 'traveler')).toBe(4)
  expect(await countOf(world, 'invitation')).toBe(3)
  expect(await world.database.query.all(`SELECT reason, count FROM wave_skip WHERE stage = 'invitation'`)).toEqual([
    { reason: 'objected', count: 1 },
  ])
  expect(await suppressAddress(world.ports, objection)).toEqual({ ok: true, value: { registered: true } })
  expect(await reasons(world)).toEqual([{ reason: 'objected' }])
})

test('after an objection neither a waiting nor a claimed letter is sent, and no reminder follows', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const outbox = outboxStore({ database: world.database, ids: systemIds, keyring: world.ports.keyring })
  const now = world.ports.clock.now()
  const [first] = await outbox.claim(1, now, now + 60_000)
  for (const email of [first?.to ?? '', 'traveler-1@example.com', 'traveler-2@example.com']) {
    await suppressAddress(world.ports, { email })
  }
  expect(first && (await outbox.eligibility(first.id, now))).toBe('suppressed')
  const left = await outbox.claim(10, now + 120_000, now + 180_000)
  expect(left.map(({ to }) => to)).not.toContain('traveler-1@example.com')
  expect(await countOf(world, `letter WHERE state = 'suppressed' AND reason = 'objected'`)).toBeGreaterThanOrEqual(2)
  expect(await coursesNow(world)).toMatchObject({ objected: await countOf(world, 'suppression'), suppressed: 0 })
})

test('an objection replaces a bounce, and an erasure replaces an objection', async () => {
  const world = await surveyWorld()
  await importTravelers(world.ports, travelerFile(travelerRows(2)))
  await world.ports.store.suppressAddress(addressKey(world.ports.keyring, 'traveler-1@example.com'), 'bounced', 0)
  await suppressAddress(world.ports, { email: 'traveler-1@example.com' })
  await eraseTraveler(world.ports, { email: 'traveler-2@example.com' })
  await suppressAddress(world.ports, { email: 'traveler-2@example.com' })
  expect(await reasons(world)).toEqual([{ reason: 'erased' }, { reason: 'objected' }])
  expect(await suppressAddress(world.ports, { email: 'a@x.test, b@x.test' })).toEqual({
    ok: false,
    fault: { code: 'email-invalid' },
  })
})
