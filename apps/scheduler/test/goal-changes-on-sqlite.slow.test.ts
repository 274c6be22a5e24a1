import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import type { LetterData } from '@wayproof/letters/letter/letter'
import { reopenPeriod } from '@wayproof/scorecard/closing/restate-period'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, it } from 'vitest'
import { mailGoalChanges } from '../src/calendar/calendar.ts'
import { closeHalfYear, freezeHalfYear } from './close-half-year.ts'
import { addPerson, approveOpening, bringTravelers } from './company.ts'
import { type EditionCompany, editionCompany, PARTNERS } from './edition-company.ts'

const TRAVELERS = 12

type Item = LetterData['goals-changed']['items'][number]

interface Mailed {
  /** Recipient and day. */
  readonly to: string
  readonly lines: readonly string[]
}

const lineOf = ({ goal, judged, from, to, since }: Item) => `${goal} ${judged}: ${from} > ${to} since ${since}`

/** The letters about changes of goals so far, oldest first. */
async function mailedBy({ database }: EditionCompany): Promise<readonly Mailed[]> {
  const rows = await database.rows<{ email: string; data: string; at: number }>(
    `SELECT email, data, letter.created_at AS at FROM letter JOIN "user" ON "user".id = recipient_id
     WHERE kind = 'goals-changed' ORDER BY letter.created_at, email`,
  )
  return rows.map(({ email, data, at }) => ({
    to: `${email.split('@')[0]} ${new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)}`,
    lines: (JSON.parse(data) as LetterData['goals-changed']).items.map(lineOf),
  }))
}

/** The mailed lines that match, with recipient and day. */
async function mailedLines(company: EditionCompany, pattern: RegExp): Promise<readonly string[]> {
  const mailed = await mailedBy(company)
  return mailed.flatMap(({ to, lines }) => lines.map((line) => `${to}: ${line}`)).filter((line) => pattern.test(line))
}

/** Days from the first to the last, without those of a downtime. */
function daysFrom(first: string, last: string, downtime: readonly string[] = []): readonly string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (!downtime.includes(day)) days.push(day)
  return days
}

/** A company with a year of registers, whose partners were audited. */
async function withRegisters(start = '2025-12-19T08:00:00+08:00') {
  const company = await editionCompany(start)
  await company.importFiles(PARTNERS)
  await company.importFiles()
  return company
}

/** Both schedulers run their calendar on each day. */
async function runOn({ runCalendarAt }: EditionCompany, days: readonly string[]) {
  for (const day of days) await runCalendarAt(`${day}T07:30`)
}

/** Both schedulers look at the goals on each day, without a clock guard. */
async function lookOn({ store, openSecondStore, machine, clock }: EditionCompany, days: readonly string[]) {
  const stores = [store, await openSecondStore()]
  for (const day of days) {
    clock.set(`${day}T07:30:10+08:00`)
    await Promise.all(stores.map((each) => mailGoalChanges({ ...machine, store: each, log: () => undefined })))
  }
}

/** A branch without a policy, which misses the goal of publication. */
const openBranch = ({ database }: EditionCompany) =>
  database.insert({
    policy_surface: [
      {
        ...{ id: 'branch', name: 'Branch', kind: 'branch', url: null, languages: '["zh-CN"]' },
        ...{ collects_personal_data: true, active_from: '2020-01-01', active_to: null, import_id: 'i', row_number: 9 },
      },
    ],
  })
const closeBranch = ({ database }: EditionCompany) => database.run(`DELETE FROM policy_surface WHERE id = 'branch'`)

it('two schedulers mail once what a half-year’s end and a downtime of three days brought, each owner the own goals', async () => {
  const company = await withRegisters()
  const downtime = ['2026-01-01', '2026-01-02', '2026-01-03']
  await runOn(company, daysFrom('2025-12-30', '2026-01-07', downtime))
  await lookOn(company, daysFrom('2026-01-14', '2026-01-18'))
  expect(await mailedBy(company)).toEqual([
    {
      to: 'officer-en 2026-01-06',
      lines: [
        'staff-training 2025-H2: unknown > met since 2026-01-04',
        'incident-reduction 2025: unknown > met since 2026-01-04',
        'partner-audit 2025: unknown > met since 2026-01-04',
      ],
    },
    { to: 'procurement-en 2026-01-06', lines: ['partner-audit 2025: unknown > met since 2026-01-04'] },
    // The last check is older than 30 days; that its evidence is stale is the reason of the verdict.
    { to: 'officer-en 2026-01-17', lines: ['policy-publication 2026-H1: met > unknown since 2026-01-15'] },
  ])
})

it('an open survey changes nothing; its verdict is mailed once the wave is unlinked', async () => {
  const company = await withRegisters()
  await bringTravelers(company, TRAVELERS)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(company.surveyPorts, { plan, runs: true })
  await approveOpening(company, '2025-H2')
  await runOn(company, ['2025-12-20'])
  await company.answer(await company.runCalendarAt('2026-01-04T09:00'), TRAVELERS)
  await lookOn(company, ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-28'])
  expect(await mailedLines(company, /satisfaction/)).toEqual([])
  await runOn(company, ['2026-01-29'])
  await lookOn(company, daysFrom('2026-01-29', '2026-02-01'))
  expect(await mailedLines(company, /satisfaction/)).toEqual([
    'officer-en 2026-01-31: customer-satisfaction 2025-H2: unknown > missed since 2026-01-29',
  ])
})

it('a record that is corrected the next day mails nothing, and one that stays wrong is mailed once each way', async () => {
  const company = await withRegisters()
  await lookOn(company, ['2025-12-19', '2025-12-20'])
  await openBranch(company)
  await lookOn(company, ['2025-12-21', '2025-12-22'])
  await closeBranch(company)
  await lookOn(company, daysFrom('2025-12-23', '2025-12-25'))
  expect(await mailedBy(company)).toEqual([])
  await openBranch(company)
  await lookOn(company, daysFrom('2025-12-26', '2025-12-29'))
  await closeBranch(company)
  await lookOn(company, daysFrom('2025-12-30', '2025-12-31'))
  expect(await mailedBy(company)).toHaveLength(1)
  await lookOn(company, ['2026-01-01', '2026-01-02'])
  expect(await mailedLines(company, /publication/)).toEqual([
    'officer-en 2025-12-28: policy-publication 2025-H2: met > missed since 2025-12-26',
    'officer-en 2026-01-01: policy-publication 2025-H2: missed > met since 2025-12-30',
  ])
})

it('a clock that is set back mails nothing twice and loses nothing', async () => {
  const company = await withRegisters()
  await lookOn(company, ['2025-12-24'])
  await openBranch(company)
  await lookOn(company, daysFrom('2025-12-25', '2025-12-27'))
  const mailed = await mailedBy(company)
  expect(mailed.map(({ to }) => to)).toEqual(['officer-en 2025-12-27'])
  await lookOn(company, daysFrom('2025-12-20', '2025-12-28'))
  expect(await mailedBy(company)).toEqual(mailed)
  await closeBranch(company)
  await lookOn(company, ['2025-12-29', '2025-12-30', '2025-12-22', '2025-12-23', '2025-12-24', '2025-12-31'])
  expect((await mailedBy(company)).map(({ lines }) => lines)).toEqual([
    ['policy-publication 2025-H2: missed > met since 2025-12-22'],
    ['policy-publication 2025-H2: met > missed since 2025-12-25'],
  ])
})

it('a person whose address is unusable keeps no other from the letter', async () => {
  const company = await withRegisters()
  await addPerson(company, 'officer', 'zh-CN')
  await company.database.run(`UPDATE "user" SET email = 'nowhere' WHERE role = 'officer' AND locale = 'en'`)
  await lookOn(company, ['2025-12-19'])
  await openBranch(company)
  await lookOn(company, daysFrom('2025-12-20', '2025-12-24'))
  for (const scheduler of company.schedulers) await scheduler.deliver()
  expect((await mailedBy(company)).map(({ to }) => to)).toEqual(['nowhere 2025-12-22', 'officer-zh-cn 2025-12-22'])
  const states = await company.database.rows(
    `SELECT email, state FROM letter JOIN "user" ON "user".id = recipient_id WHERE kind = 'goals-changed' ORDER BY email`,
  )
  expect(states).toEqual([
    { email: 'nowhere', state: 'failed' },
    { email: 'officer-zh-cn@faraway.example', state: 'sent' },
  ])
})

it('a change that nobody could read waits for the first person, and an unconfirmed officer is none', async () => {
  const company = await withRegisters()
  await company.database.run(`UPDATE "user" SET role = 'executive' WHERE role = 'officer'`)
  await lookOn(company, ['2025-12-19'])
  await openBranch(company)
  await lookOn(company, daysFrom('2025-12-20', '2025-12-24'))
  await addPerson(company, 'officer', 'zh-CN')
  const [officer] = (await company.store.people.list()).filter(({ role }) => role === 'officer')
  const appointment = { id: 'a', user_id: officer?.id ?? '', role: 'officer', mailbox: Buffer.from('m') }
  const appointed = { appointed_by_id: 'b', appointed_by: 'Lin', appointed_mailbox: Buffer.from('n') }
  await company.database.insert({ appointment: [{ ...appointment, ...appointed, appointed_at: new Date() }] })
  await lookOn(company, ['2025-12-25'])
  expect(await mailedBy(company)).toEqual([])
  await company.database.run('DELETE FROM appointment')
  await lookOn(company, ['2025-12-26', '2025-12-27'])
  expect(await mailedBy(company)).toEqual([
    { to: 'officer-zh-cn 2025-12-26', lines: ['policy-publication 2025-H2: met > missed since 2025-12-20'] },
  ])
})

it('a pace that is far behind is mailed once, and once more when it is regained', async () => {
  const company = await withRegisters()
  await lookOn(company, ['2025-12-19', '2026-01-02', ...daysFrom('2026-03-01', '2026-03-06')])
  await company.importFiles([
    ['training-completions', 'number,completedAt\nE1,2026-03-05T09:00:00+08:00\n'],
    ['exam-attempts', 'number,takenAt,score\nE1,2026-03-05T10:00:00+08:00,90\n'],
  ])
  await lookOn(company, daysFrom('2026-03-07', '2026-03-10'))
  expect(await mailedLines(company, /track/)).toEqual([
    'officer-en 2026-03-03: staff-training 2026-Q1: on-track > off-track since 2026-03-01',
    'officer-en 2026-03-09: staff-training 2026-Q1: off-track > on-track since 2026-03-07',
  ])
})

it('a register without an entry for longer than it may be is mailed once, and its next entry is not', async () => {
  const company = await withRegisters()
  await lookOn(company, ['2025-12-19', '2026-01-02', ...daysFrom('2026-03-23', '2026-03-29')])
  await company.importFiles()
  await lookOn(company, ['2026-03-30', '2026-04-02', ...daysFrom('2026-07-04', '2026-07-07')])
  expect(await mailedLines(company, /stale|current/)).toEqual([
    'officer-en 2026-03-27: staff-training 2026-H1: current > stale since 2026-03-25',
    'officer-en 2026-07-06: staff-training 2026-H2: current > stale since 2026-07-04',
    'officer-en 2026-07-06: partner-audit 2026: current > stale since 2026-07-04',
    'procurement-en 2026-07-06: partner-audit 2026: current > stale since 2026-07-04',
  ])
})

it('a half-year is watched until it is frozen', async () => {
  const company = await withRegisters()
  await lookOn(company, daysFrom('2025-12-31', '2026-01-03'))
  await freezeHalfYear(company, '2025-H2')
  const before = await mailedBy(company)
  expect(before).toHaveLength(2)
  await openBranch(company)
  await lookOn(company, daysFrom('2026-01-04', '2026-01-08'))
  expect((await mailedBy(company)).slice(before.length)).toEqual([
    { to: 'officer-en 2026-01-06', lines: ['policy-publication 2026-H1: met > missed since 2026-01-04'] },
  ])
})

it('a closed half-year that is reopened is left to the letters of its restatement', async () => {
  const company = await withRegisters()
  await openBranch(company)
  await lookOn(company, daysFrom('2025-12-31', '2026-01-03'))
  // Sealed before anyone was mailed that the goal is met.
  await closeBranch(company)
  await closeHalfYear(company, '2025-H2')
  const { closing } = company.store
  const by = { id: 'first', name: 'Wang', mailbox: Buffer.from('w'), confirmed: true }
  const reopened = await reopenPeriod({ ...company.machine, closing }, { period: '2025-H2', reason: 'late', by })
  expect(reopened).toMatchObject({ ok: true })
  await lookOn(company, daysFrom('2026-01-04', '2026-01-08'))
  expect(await mailedLines(company, /publication 2025-H2/)).toEqual([])
})

it('a half-year that ended before the program began is not watched', async () => {
  const company = await withRegisters()
  await company.database.run(`UPDATE organisation SET programme_start = '2026-01-01'`)
  await lookOn(company, ['2026-01-02'])
  const judged = await company.database.rows<{ judged: string }>(
    'SELECT DISTINCT judged FROM goal_watch ORDER BY judged',
  )
  expect(judged.map((row) => row.judged)).toEqual(['2026', '2026-H1', '2026-Q1'])
})
