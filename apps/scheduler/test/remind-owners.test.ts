import { DatabaseSync } from 'node:sqlite'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard'
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
  const file = new DatabaseSync(company.file)
  return {
    ...company,
    at: async (time: string) => {
      clock.set(time)
      await runCalendar(ports)
    },
    outcomes: () => log.filter(({ job }) => job === 'remind-owners').map(({ period, outcome }) => [period, outcome]),
    sentReminders: () =>
      file
        .prepare(
          `SELECT role, json_extract(data, '$.stage') AS stage, json_extract(data, '$.period') AS period
           FROM letter JOIN user ON user.id = recipient_id WHERE kind = 'closing-reminder' ORDER BY letter.created_at, role`,
        )
        .all()
        .map(({ role, stage, period }) => [role, stage, period]),
    run: (sql: string) => file.exec(sql),
  }
}

const FREEZE = `INSERT INTO period_freeze (id, period, version, figures, definitions, evidence, actions, frozen_at,
    frozen_by_id, frozen_by)
  VALUES ('f', '2025-H2', 1, '{}', '{}', '{}', '{}', 0, 'o', 'Lin')`
const signatureOf = (goal: string) =>
  `INSERT INTO goal_signature (freeze_id, goal, owner, signed_by_id, signed_by, signed_at)
   VALUES ('f', '${goal}', 'x', 'x', 'x', 0)`

test('owners are reminded of their tasks once a month until the half-year is closed', async () => {
  const { store, at, outcomes, sentReminders, run } = await setUp()
  for (const role of ['officer', 'human-resources', 'executive'] as const) await addPerson({ store }, role, 'en')
  await at('2026-02-05T09:00:10+08:00')
  await at('2026-02-05T09:01:00+08:00')
  expect(sentReminders()).toEqual([
    ['human-resources', 'ended', '2025-H2'],
    ['officer', 'ended', '2025-H2'],
  ])
  run(FREEZE)
  run(signatureOf('policy-publication'))
  await at('2026-03-05T09:00:10+08:00')
  expect(sentReminders().slice(2)).toEqual([['human-resources', 'frozen', '2025-H2']])
  for (const goal of ['staff-training', 'incident-reduction', 'customer-satisfaction', 'partner-audit'])
    run(signatureOf(goal))
  await at('2026-04-05T09:00:10+08:00')
  expect(sentReminders().slice(3)).toEqual([['officer', 'signed', '2025-H2']])
  run(`UPDATE period_freeze SET outcome = 'closed'`)
  run(`INSERT INTO seal VALUES (1, '2025-H2', 1, '{}', '{}', '{}', '{}', '{}', '{}', 'h')`)
  await at('2026-05-05T09:00:10+08:00')
  expect(sentReminders()).toHaveLength(4)
  expect(outcomes()).toEqual([
    ['2026-02', 'reminded 2'],
    ['2026-03', 'reminded 1'],
    ['2026-04', 'reminded 1'],
    ['2026-05', 'closed'],
  ])
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
  expect(sentReminders()).toEqual([])
})
