import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import {
  coursesNow,
  openedWave,
  remindNow,
  type SurveyWorld,
  surveyWorld,
  travelerFile,
  travelerRow,
} from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'

const MINUTE = 60_000

// Changes of the first three of five travelers in a later file.
const LATER: readonly (readonly [Partial<TravelerRow['cells']>, reason: string])[] = [
  [{ basisNamesSurveys: false }, 'no-basis'],
  [{ basis: '' }, 'no-basis'],
  [{ adult: false }, 'not-adult'],
]

async function opened() {
  const world = await surveyWorld()
  await openedWave(world, 5)
  const { database, ports } = world
  return { world, outbox: outboxStore({ database, keyring: ports.keyring, ids: systemIds }) }
}

async function importLater(world: SurveyWorld): Promise<void> {
  const rows = LATER.map(([change], n) => travelerRow(n + 1, change))
  const imported = await importTravelers(world.ports, travelerFile(rows))
  if (!imported.ok) throw new Error(imported.fault.code)
}

const reasons = async ({ database }: SurveyWorld) =>
  (
    await database.query.all<{
      reason: string
    }>(`SELECT letter.reason FROM letter JOIN traveler ON traveler.id = recipient_id
       WHERE state = 'suppressed' ORDER BY customer_number`)
  ).map(({ reason }) => reason)

test('waiting letters to travelers who lost their legal basis or age in a later import are not sent, with the reason', async () => {
  const { world, outbox } = await opened()
  await importLater(world)
  const now = world.ports.clock.now()
  const claimed = await outbox.claim(10, now, now + MINUTE)
  expect(claimed.map(({ to }) => to).sort()).toEqual(['traveler-4@example.com', 'traveler-5@example.com'])
  expect(await reasons(world)).toEqual(LATER.map(([, reason]) => reason))
})

test('an import between claim and sending stops a letter', async () => {
  const { world, outbox } = await opened()
  const now = world.ports.clock.now()
  const claimed = await outbox.claim(10, now, now + MINUTE)
  await importLater(world)
  const eligibilities = await Promise.all(claimed.map(({ id }) => outbox.eligibility(id, now)))
  expect(eligibilities.filter((eligibility) => eligibility === 'suppressed')).toHaveLength(3)
  expect(eligibilities.filter((eligibility) => eligibility === 'due')).toHaveLength(2)
  for (const [i, claim] of claimed.entries())
    if (eligibilities[i] === 'suppressed') await outbox.markSuppressed(claim, now)
  expect(await reasons(world)).toEqual(LATER.map(([, reason]) => reason))
})

test('reminders skip them, counted by reason, and include them again once the basis is proven', async () => {
  const { world, outbox } = await opened()
  const now = world.ports.clock.now()
  for (const claim of await outbox.claim(10, now, now + MINUTE)) await outbox.markSent(claim, '250 ok', now)
  await importLater(world)
  world.setNow('2026-07-10T01:00:00Z')
  expect(await coursesNow(world)).toMatchObject({ first: 2, 'no-basis': 2, 'not-adult': 1, suppressed: 0 })
  expect(await remindNow(world)).toBe(2)
  await importTravelers(world.ports, travelerFile([travelerRow(1)]))
  expect(await remindNow(world)).toBe(1)
})
