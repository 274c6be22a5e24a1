import { expect, test } from 'vitest'
import { previewWave } from '../opening/preview-wave.ts'
import { planProgramme } from '../programme/plan-programme.ts'
import { SMALLEST_WAVE } from '../programme/programme.ts'
import {
  closeAtOnce,
  countOf,
  coursesNow,
  exactFunnel,
  invitations,
  openedWave,
  openWaveForAll,
  remindNow,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '../testing/survey-world.ts'
import { cutTies } from '../unlinking/cut-ties.ts'
import { closeWave } from '../waves/close-wave.ts'
import { remindDueWaves, remindWave } from '../waves/remind-wave.ts'

const period = '2026-H1'

/** Marks every queued letter as sent now, as the outbox does. */
const deliver = (world: SurveyWorld, which = 'true') =>
  world.database.write((query) =>
    query.run(`UPDATE letter SET state = 'sent', sent_at = @sentAt WHERE state = 'queued' AND ${which}`, {
      sentAt: new Date(world.ports.clock.now()),
    }),
  )

const suppress = async ({ database, ports }: SurveyWorld, travelerId: string, reason: 'bounced' | 'unsubscribed') => {
  const row = await database.query.get<{ email_key: Uint8Array }>(
    'SELECT email_key FROM traveler WHERE id = @travelerId',
    { travelerId },
  )
  return ports.store.suppressAddress(row?.email_key ?? new Uint8Array(), reason, 0)
}

const kinds = async (world: SurveyWorld) => ({
  first: await countOf(world, `letter WHERE kind = 'survey-reminder'`),
  last: await countOf(world, `letter WHERE kind = 'survey-last-reminder'`),
})

const remindersOf = async (world: SurveyWorld) => await countOf(world, `letter WHERE kind LIKE '%reminder'`)

/** The daily check at 10:00 in the organization's time zone, on a day of July 2026. */
async function tenOn(world: SurveyWorld, day: number) {
  world.setNow(`2026-07-${String(day).padStart(2, '0')}T02:00:00Z`)
  const before = await remindersOf(world)
  await remindDueWaves(world.ports)
  const posted = (await remindersOf(world)) - before
  await deliver(world)
  return posted
}

test('a reminder goes to people who have not answered, are not suppressed and whose letter was not refused', async () => {
  const world = await surveyWorld()
  await openedWave(world, 7)
  const [token = ''] = await tokens(world)
  const [answered, suppressed, refused, waits, objected, ...rest] = await invitations(world)
  await submit(world, token, { overall: '5' })
  await suppress(world, suppressed?.traveler_id ?? '', 'bounced')
  await suppress(world, objected?.traveler_id ?? '', 'unsubscribed')
  await deliver(world, `dedupe_key <> 'invitation:${waits?.id}'`)
  await world.database.write((query) =>
    query.run(`UPDATE letter SET state = 'failed' WHERE dedupe_key = @dedupeKey`, {
      dedupeKey: `invitation:${refused?.id}`,
    }),
  )
  world.setNow('2026-07-15T00:00:00Z')
  expect(await coursesNow(world)).toMatchObject({
    first: 2,
    last: 0,
    answered: 1,
    objected: 1,
    suppressed: 1,
    refused: 1,
    'invitation-waits': 1,
    'too-soon': 0,
  })
  expect(await remindNow(world)).toBe(2)
  const letters = await world.database.query.all<Record<string, unknown>>(
    `SELECT * FROM letter WHERE kind = 'survey-reminder' ORDER BY dedupe_key`,
  )
  expect(letters.map(({ dedupe_key }) => dedupe_key)).toEqual(rest.map(({ id }) => `reminder:${id}`))
  expect(letters[0]).toMatchObject({
    state: 'queued',
    not_before: Date.parse('2026-07-15T00:00:00Z'),
    recipient_id: rest[0]?.traveler_id,
  })
  expect(JSON.parse(String(letters[0]?.data))).toMatchObject({
    invitationId: rest[0]?.id,
    period,
    closesOn: '2026-07-31',
  })
  expect(answered?.id).toBeDefined()
})

test('each person is reminded five and ten days after their invitation, and never again', async () => {
  const world = await surveyWorld()
  await openedWave(world, 6)
  const [late] = await invitations(world)
  await deliver(world, `dedupe_key <> 'invitation:${late?.id}'`)
  world.setNow('2026-07-04T08:00:00Z')
  await deliver(world)
  const posted: Record<number, number> = {}
  for (let day = 2; day <= 31; day += 1) {
    const letters = await tenOn(world, day)
    if (letters > 0) posted[day] = letters
  }
  // Five were invited on the first, one on the fourth.
  expect(posted).toEqual({ 6: 5, 9: 1, 11: 5, 14: 1 })
  expect(await kinds(world)).toEqual({ first: 6, last: 6 })
  expect(await exactFunnel(world)).toMatchObject({
    value: { delivered: 6, reminded: 6, remindedAgain: 6, skips: [] },
  })
})

test('after a downtime over both dates the two reminders are still three days apart', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  await deliver(world)
  const posted: number[] = []
  for (let day = 20; day <= 25; day += 1) posted.push(await tenOn(world, day))
  expect(posted).toEqual([3, 0, 0, 3, 0, 0])
})

test('a manual reminder is one of the two, and is sent no sooner than three days after another', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  await deliver(world)
  const byHand = async (day: number) => {
    world.setNow(`2026-07-0${day}T04:00:00Z`)
    const before = await remindersOf(world)
    // The same answer, whether or not anyone was left to remind.
    expect(await remindWave(world.ports, { period })).toEqual({ ok: true, value: null })
    const posted = (await remindersOf(world)) - before
    await deliver(world)
    return posted
  }
  expect([await byHand(1), await byHand(2), await byHand(3), await byHand(4), await byHand(8)]).toEqual([4, 0, 0, 4, 0])
  expect(await tenOn(world, 20)).toBe(0)
  expect(await kinds(world)).toEqual({ first: 4, last: 4 })
})

test('two concurrent remindings post each letter once', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  await deliver(world)
  const both = await Promise.all([remindWave(world.ports, { period }), remindWave(world.ports, { period })])
  expect(both).toEqual([1, 2].map(() => ({ ok: true, value: null })))
  expect(await remindNow(world)).toBe(0)
  expect(await kinds(world)).toEqual({ first: 4, last: 0 })
})

test('a person who answers, objects or bounces after the first reminder gets no second one', async () => {
  const world = await surveyWorld()
  await openedWave(world, 5)
  await deliver(world)
  await tenOn(world, 6)
  await submit(world, (await tokens(world))[0] ?? '', { overall: '5' })
  await suppress(world, (await invitations(world))[1]?.traveler_id ?? '', 'unsubscribed')
  const dedupeKey = `reminder:${(await invitations(world))[2]?.id}`
  await world.database.write((query) =>
    query.run(`UPDATE letter SET state = 'failed' WHERE dedupe_key = @dedupeKey`, { dedupeKey }),
  )
  expect(await tenOn(world, 11)).toBe(2)
})

test('a finished or unknown wave is not reminded', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  await deliver(world)
  expect(await remindWave(world.ports, { period: '2020-H1' })).toMatchObject({ fault: { code: 'no-wave' } })
  world.setNow('2026-07-31T16:00:00Z')
  expect(await remindWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-closed' } })
  expect(await remindDueWaves(world.ports)).toEqual([])
  await closeAtOnce(world, period)
  expect(await remindWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-closed' } })
  expect(await kinds(world)).toEqual({ first: 0, last: 0 })
})

test('closing stores the reasons for missing reminders as counts, and no row that reveals a person', async () => {
  const world = await surveyWorld()
  await openedWave(world, 10)
  await deliver(world)
  for (const token of (await tokens(world)).slice(0, 3)) await submit(world, token, { overall: '4' })
  await tenOn(world, 6)
  await tenOn(world, 11)
  const open = await exactFunnel(world)
  await closeAtOnce(world, period)
  const closed = await exactFunnel(world)
  expect(closed).toMatchObject({ value: { reminded: 5, remindedAgain: 5, answered: 3 } })
  expect(closed.ok && closed.value.skips).toEqual([{ stage: 'reminder', reason: 'answered', count: 3 }])
  expect(open.ok && open.value.skips).toEqual([])
  expect(await kinds(world)).toEqual({ first: 0, last: 0 })
})

const plan = (letterLimit: number) => ({
  smallestWave: SMALLEST_WAVE,
  mode: 'census' as const,
  sampleSize: null,
  daysOpen: 24,
  firstReminderDays: 5,
  lastReminderDays: 10,
  letterLimit,
  localHolidays: [],
})

test('nobody gets more letters of a wave than the budget, which is sealed at its opening', async () => {
  const world = await surveyWorld()
  await planProgramme(world.ports, { plan: plan(2), runs: false })
  await openedWave(world, 4)
  await planProgramme(world.ports, { plan: plan(3), runs: false })
  await deliver(world)
  expect([await tenOn(world, 6), await tenOn(world, 11)]).toEqual([4, 0])
  expect(await coursesNow(world)).toMatchObject({ budget: 4, first: 0, last: 0 })
  await closeAtOnce(world, period)
  expect(await exactFunnel(world)).toMatchObject({ value: { skips: [] } })
})

test('the budget runs over the waves of a half-year, also when the recipients of reminders are no longer known', async () => {
  const world = await surveyWorld()
  await openedWave(world, 5)
  await deliver(world)
  await submit(world, (await tokens(world))[0] ?? '', { overall: '4' })
  await tenOn(world, 6)
  await closeAtOnce(world, period)
  // One invitation, and one reminder of the wave that counts for everyone: one letter is left.
  await openWaveForAll(world, '2025-H2')
  await deliver(world)
  expect(await tenOn(world, 20)).toBe(0)
  await closeAtOnce(world, '2025-H2')
  expect(await previewWave(world.ports, { period: '2025-H1' })).toMatchObject({
    value: { eligible: 0, skips: [{ stage: 'invitation', reason: 'budget', count: 5 }] },
  })
  world.setNow('2027-01-04T02:00:00Z')
  expect(await previewWave(world.ports, { period: '2025-H1' })).toMatchObject({ value: { eligible: 5, skips: [] } })
})

test('a reminder counts once while closing deletes it', async () => {
  const world = await surveyWorld()
  await openedWave(world, 5)
  await deliver(world)
  expect(await tenOn(world, 6)).toBe(5)
  await world.database.write((query) =>
    query.run(`UPDATE wave SET status = 'closed', closes_at = @at`, { at: new Date(1) }),
  )
  const left = async () => {
    const preview = await previewWave(world.ports, { period: '2025-H2' })
    return preview.ok && preview.value.eligible
  }
  expect(await left()).toBe(5)
  await cutTies(world.database, (await world.ports.store.wave(period))?.id ?? '', 2, 'plain')
  expect([(await kinds(world)).first, await left()]).toEqual([5, 5])
  expect(await closeWave(world.ports, { period })).toMatchObject({ ok: true })
  expect([(await kinds(world)).first, await left()]).toEqual([0, 5])
})
