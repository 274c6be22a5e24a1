import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, test } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { addPerson, guardOf, openCompany, ring, setClock, timeZone, urls } from './company.ts'

async function setUp() {
  const clock = setClock('2026-02-04T12:00:00+08:00')
  const company = await openCompany(clock)
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
  const calendar = { ...machine, store: company.store, clockGuard: guardOf(company.store) }
  const ports = { ...calendar, log: (entry: (typeof log)[number]) => void log.push(entry) }
  await runCalendar(ports)
  return {
    ...company,
    at: async (time: string) => {
      clock.set(time)
      await runCalendar(ports)
    },
    outcomes: () => log.filter(({ job }) => job === 'remind-owners').map(({ period, outcome }) => [period, outcome]),
    sentReminders: async () => {
      const letters = await company.database.rows<{ readonly role: string; readonly data: string }>(
        `SELECT role, data FROM letter JOIN "user" ON "user".id = recipient_id WHERE kind = 'closing-reminder'
         ORDER BY letter.created_at, role`,
      )
      return letters.map(({ role, data }) => {
        const { stage, period } = JSON.parse(data)
        return [role, stage, period]
      })
    },
  }
}

const texts = { figures: '{}', definitions: '{}', evidence: '{}', actions: '{}' }
const ofPeriod = { period: '2025-H2', version: 1, ...texts }
const freeze = { id: 'f', ...ofPeriod, frozen_at: new Date(0), frozen_by_id: 'o', frozen_by: 'Lin' }
const signatureOf = (goal: string) => ({
  freeze_id: 'f',
  goal,
  owner: 'x',
  signed_by_id: 'x',
  signed_by: 'x',
  signed_at: new Date(0),
})

test('owners are reminded of their tasks once a month until the half-year is closed', async () => {
  const { store, database, at, outcomes, sentReminders } = await setUp()
  for (const role of ['officer', 'human-resources', 'executive'] as const) await addPerson({ store }, role, 'en')
  await at('2026-02-05T09:00:10+08:00')
  await at('2026-02-05T09:01:00+08:00')
  expect(await sentReminders()).toEqual([
    ['human-resources', 'ended', '2025-H2'],
    ['officer', 'ended', '2025-H2'],
  ])
  await database.insert({ period_freeze: [freeze], goal_signature: [signatureOf('policy-publication')] })
  await at('2026-03-05T09:00:10+08:00')
  expect((await sentReminders()).slice(2)).toEqual([['human-resources', 'frozen', '2025-H2']])
  const others = ['staff-training', 'incident-reduction', 'customer-satisfaction', 'partner-audit']
  await database.insert({ goal_signature: others.map(signatureOf) })
  await at('2026-04-05T09:00:10+08:00')
  expect((await sentReminders()).slice(3)).toEqual([['officer', 'signed', '2025-H2']])
  await database.run(`UPDATE period_freeze SET outcome = 'closed'`)
  await database.insert({ seal: [{ number: 1, ...ofPeriod, statement: '{}', signatures: '{}', head: 'h' }] })
  await at('2026-05-05T09:00:10+08:00')
  expect(await sentReminders()).toHaveLength(4)
  expect(outcomes()).toEqual([
    ['2026-02', 'reminded 2'],
    ['2026-03', 'reminded 1'],
    ['2026-04', 'reminded 1'],
    ['2026-05', 'closed'],
  ])
})

test('after a downtime of months one question asks about the reminder of this month only', async () => {
  const { store, at, outcomes } = await setUp()
  await addPerson({ store }, 'officer', 'en')
  await at('2026-06-20T09:00:00+08:00')
  expect(outcomes()).toEqual([
    ...['2026-02', '2026-03', '2026-04', '2026-05'].map((month) => [month, 'passed']),
    ['2026-06', 'late-asks-officer'],
  ])
  expect(await store.questions.open()).toHaveLength(1)
})

test('no one is reminded of a half-year before the program, or more than a week late', async () => {
  const { store, at, outcomes, sentReminders } = await setUp()
  await addPerson({ store }, 'officer', 'en')
  await at('2026-02-13T09:00:00+08:00')
  const organisation = await store.organisation.get()
  if (!organisation) throw new Error('no organisation')
  await store.organisation.save({ ...organisation, programmeStart: '2026-01-01' })
  await at('2026-03-05T09:00:10+08:00')
  expect(outcomes()).toEqual([
    ['2026-02', 'late-asks-officer'],
    ['2026-03', 'before-the-programme'],
  ])
  expect(await sentReminders()).toEqual([])
})
