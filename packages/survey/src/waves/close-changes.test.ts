import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import { satisfactionFacts } from '@wayproof/scorecard/facts/survey/satisfaction-facts'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  countOf,
  DEPUTY,
  OFFICER,
  officerAt,
  openedWave,
  remindNow,
  type SurveyWorld,
  surveyWorld,
} from '../testing/survey-world.ts'
import { closeWave } from './close-wave.ts'
import { decideClose } from './decide-close.ts'
import { proposeClose } from './propose-close.ts'

const period = '2026-H1'
const halfYear = { kind: 'half-year', year: 2026, index: 1 } as const

async function opened(): Promise<SurveyWorld> {
  const world = await surveyWorld()
  await openedWave(world, 5)
  return world
}

const propose = (world: SurveyWorld, closesOn: string | null, by = OFFICER) =>
  proposeClose(world.ports, { period, closesOn, reason: 'the answers are in', by })
const waiting = async ({ ports }: SurveyWorld) => {
  const wave = await ports.store.wave(period)
  return (await ports.store.closeChanges(wave?.id ?? '')).find(({ decided }) => decided === null)?.id ?? 'none'
}
const decide = async (world: SurveyWorld, approve: boolean, by: ActingPerson) =>
  decideClose(world.ports, { period, change: await waiting(world), approve, by })
const closing = async ({ ports }: SurveyWorld) => (await ports.store.wave(period))?.closesAt
const changed = async ({ database: { query } }: SurveyWorld) =>
  (await satisfactionFacts({ query, timeZone: 'Asia/Shanghai', cached: (_, count) => count() }, halfYear)).wave
    ?.changedClose ?? null
const said = async ({ database }: SurveyWorld, kind: string) =>
  (
    await database.query.all<{ day: string }>(
      ({ jsonField }) => `SELECT DISTINCT ${jsonField('data', 'closesOn')} AS day FROM letter WHERE kind = @kind`,
      { kind },
    )
  ).map(({ day }) => day)

test('a single person cannot end a wave before its day: the proposer cannot approve, and the sealed day applies', async () => {
  const world = await opened()
  const sealed = await closing(world)
  expect(await closeWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-not-due' } })
  expect(await decide(world, true, DEPUTY)).toMatchObject({ fault: { code: 'no-close-change' } })
  expect(await propose(world, null)).toMatchObject({ ok: true })
  expect(await decide(world, true, OFFICER)).toMatchObject({ fault: { code: 'own-close-change' } })
  expect(await propose(world, '2026-07-10', DEPUTY)).toMatchObject({ fault: { code: 'close-change-waits' } })
  expect(await closing(world)).toBe(sealed)
  expect(await decide(world, true, DEPUTY)).toMatchObject({ ok: true, value: { status: 'unlinked' } })
  expect(await changed(world)).toEqual({
    kind: 'early',
    sealedOn: '2026-07-31',
    closedOn: '2026-07-01',
    reason: 'the answers are in',
  })
  expect(await decide(world, true, DEPUTY)).toMatchObject({ fault: { code: 'wave-closed' } })
})

test('a second account with the proposer’s mailbox cannot approve, in any spelling of the address', async () => {
  const world = await opened()
  await propose(world, null)
  const change = await waiting(world)
  const decideAs = (email: string, approve = true) =>
    decideClose(world.ports, { period, change, approve, by: officerAt('officer-9', email) })
  for (const email of ['officer@company.example', 'Officer+second@Company.Example', 'ｏfficer+@company.example'])
    expect(await decideAs(email)).toMatchObject({ fault: { code: 'own-close-change' } })
  // This spelling cannot be distinguished from another person.
  expect(await decideAs('off.icer@company.example')).toMatchObject({ ok: true })
})

test('one of two concurrent decisions takes effect', async () => {
  const world = await opened()
  await propose(world, '2026-07-10')
  const other = officerAt('officer-3', 'third@company.example')
  const change = await waiting(world)
  const both = await Promise.all([
    decideClose(world.ports, { period, change, approve: true, by: DEPUTY }),
    decideClose(world.ports, { period, change, approve: false, by: other }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countOf(world, 'close_change WHERE decision IS NOT NULL')).toBe(1)
})

test('a declined or withdrawn proposal changes nothing, is stored with the decision, and allows another one', async () => {
  const world = await opened()
  const sealed = await closing(world)
  await propose(world, '2026-07-10')
  expect(await decide(world, false, DEPUTY)).toMatchObject({ ok: true })
  await propose(world, '2026-07-11')
  expect(await decide(world, false, OFFICER)).toMatchObject({ ok: true })
  expect(await closing(world)).toBe(sealed)
  const wave = await world.ports.store.wave(period)
  const kept = await world.ports.store.closeChanges(wave?.id ?? '')
  expect(kept.map(({ closesOn, decided }) => [closesOn, decided?.approved, decided?.by]).sort()).toEqual([
    ['2026-07-10', false, { id: DEPUTY.id, name: DEPUTY.name }],
    ['2026-07-11', false, { id: OFFICER.id, name: OFFICER.name }],
  ])
  world.setNow('2026-08-01T00:00:00Z')
  await closeAtOnce(world, period)
  expect(await changed(world)).toBeNull()
})

test('waiting letters and reminders mention a later day, and so does the verdict', async () => {
  const world = await opened()
  await world.database.write(async (query) => {
    await query.run(
      `UPDATE letter SET state = 'sent', sent_at = @at WHERE id IN (SELECT id FROM letter ORDER BY id LIMIT 2)`,
      {
        at: new Date(0),
      },
    )
  })
  await propose(world, '2026-08-14')
  expect(await decide(world, true, DEPUTY)).toMatchObject({
    ok: true,
    value: { status: 'open', closesAt: Date.parse('2026-08-14T16:00:00Z') },
  })
  expect((await said(world, 'survey-invitation')).sort()).toEqual(['2026-07-31', '2026-08-14'])
  expect(await remindNow(world)).toBe(2)
  expect(await said(world, 'survey-reminder')).toEqual(['2026-08-14'])
  world.setNow('2026-08-14T15:59:00Z')
  expect(await changed(world)).toBeNull()
  expect(await closeWave(world.ports, { period })).toMatchObject({ fault: { code: 'wave-not-due' } })
  world.setNow('2026-08-14T16:00:00Z')
  expect(await closeWave(world.ports, { period })).toMatchObject({ ok: true })
  expect(await changed(world)).toMatchObject({ kind: 'late', sealedOn: '2026-07-31', closedOn: '2026-08-14' })
})

test('a past day, the same day, or a finished wave is refused', async () => {
  const world = await opened()
  expect(await propose(world, '2026-06-30')).toMatchObject({ fault: { code: 'close-date-past' } })
  expect(await propose(world, '2026-07-31')).toMatchObject({ fault: { code: 'close-date-unchanged' } })
  expect(
    await proposeClose(world.ports, { period: '2020-H1', closesOn: null, reason: 'r', by: OFFICER }),
  ).toMatchObject({ fault: { code: 'no-wave' } })
  await propose(world, '2026-07-05')
  world.setNow('2026-07-05T17:00:00Z')
  expect(await decide(world, true, DEPUTY)).toMatchObject({ fault: { code: 'close-date-past' } })
  world.setNow('2026-07-31T16:00:00Z')
  expect(await decide(world, true, DEPUTY)).toMatchObject({ fault: { code: 'wave-closed' } })
  expect(await propose(world, '2026-08-05')).toMatchObject({ fault: { code: 'wave-closed' } })
})

test('an approval applies to the proposal that was seen, not to one that replaced it', async () => {
  const world = await opened()
  const sealed = await closing(world)
  await propose(world, '2026-07-20')
  const seen = await waiting(world)
  await decide(world, false, OFFICER)
  await propose(world, null)
  const late = decideClose(world.ports, { period, change: seen, approve: true, by: DEPUTY })
  expect(await late).toMatchObject({ fault: { code: 'no-close-change' } })
  expect(await closing(world)).toBe(sealed)
  expect(await countOf(world, `wave WHERE status = 'open'`)).toBe(1)
})

test('a wave whose end is postponed while it is being closed stays open', async () => {
  const world = await opened()
  world.setNow('2026-07-31T15:59:00Z')
  await propose(world, '2026-08-14')
  const change = await waiting(world)
  const { store } = world.ports
  // The closing process reads before the change and writes after it.
  const closer = {
    ...world.ports,
    clock: { now: () => Date.parse('2026-07-31T16:00:01Z') },
    store: {
      ...store,
      closeWave: async (...closed: Parameters<typeof store.closeWave>) => {
        expect(await decideClose(world.ports, { period, change, approve: true, by: DEPUTY })).toMatchObject({
          ok: true,
        })
        await store.closeWave(...closed)
      },
    },
  }
  expect(await closeWave(closer, { period })).toMatchObject({ fault: { code: 'wave-not-due' } })
  expect(await countOf(world, `wave WHERE status = 'open'`)).toBe(1)
  world.setNow('2026-08-14T16:00:00Z')
  expect(await closeWave(world.ports, { period })).toMatchObject({ ok: true, value: { status: 'unlinked' } })
})
