import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { addDays, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { Store } from '@wayproof/operations/store/open-store'
import { DEADLINE_KINDS } from '@wayproof/oversight/deadlines/deadline'
import { readDeadlines } from '@wayproof/oversight/deadlines/read-deadlines'
import { RULES } from '@wayproof/scorecard/rules'
import { describe, expect, it, test } from 'vitest'
import { alertAtOnce, mailDigests } from '../src/calendar/calendar.ts'
import { addPerson, type Company, openCompany, ring, type SetClock, setClock, timeZone, urls } from './company.ts'
import { DUE_RECORDS } from './due-records.ts'

/** Days without a scheduler, the seventh day before 30 June among them. */
const DOWNTIME = ['2026-06-22', '2026-06-23', '2026-06-24']

const KINDS = DEADLINE_KINDS.filter((kind) => kind !== 'notice' && kind !== 'opening')

interface MailedLetter {
  readonly role: string
  readonly data: string
  readonly at: number
  readonly key: string
}

const lettersOf = ({ database }: Company) =>
  database.rows<MailedLetter>(
    `SELECT role, data, letter.created_at AS at, dedupe_key AS key FROM letter JOIN "user" ON "user".id = recipient_id
     WHERE kind = 'deadlines' ORDER BY letter.created_at`,
  )

const ports = (store: Store, clock: SetClock) => ({
  ...{ store, clock, timeZone, urls, rules: RULES, log: () => undefined, keyring: ring },
})

/** Looks as two schedulers do at 08:00 of a day, one shortly after the other and both at once. */
async function look(stores: readonly Store[], clock: SetClock, day: string): Promise<void> {
  clock.set(momentOn(day, 8, timeZone))
  await Promise.all(stores.map((store) => mailDigests(ports(store, clock) as never)))
}

/** Days of alerts by kind, role, subject and part, and the deadlines that each role sees on 24 June. */
interface Walk {
  readonly alerted: ReadonlyMap<string, readonly string[]>
  readonly homes: ReadonlyMap<string, readonly string[]>
}

/** Two schedulers look every morning around each due day but for a downtime of three days. */
async function walk(): Promise<Walk> {
  const alerted = new Map<string, string[]>()
  const homes = new Map<string, readonly string[]>()
  const clock = setClock('2026-01-05T08:00:00+08:00')
  const company = await openCompany(clock)
  for (const role of USER_ROLES) await addPerson(company, role, 'en')
  for (const { rows } of Object.values(DUE_RECORDS)) await company.database.insert(rows)
  const stores = [company.store, await company.openSecondStore()]
  const days = new Set(
    KINDS.flatMap((kind) => Array.from({ length: 35 }, (_, n) => addDays(DUE_RECORDS[kind].dueOn, n - 31))),
  )
  for (const day of [...days].sort()) {
    if (!DOWNTIME.includes(day)) await look(stores, clock, day)
  }
  for (const { role, data, at } of await lettersOf(company))
    for (const { kind, subject, part } of JSON.parse(data).items) {
      const id = `${kind} ${role} ${subject} ${part}`
      alerted.set(id, [...(alerted.get(id) ?? []), new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)])
    }
  clock.set(momentOn('2026-06-24', 8, timeZone))
  for (const { id, role } of await company.store.people.list()) {
    const list = await readDeadlines({ deadlines: company.store.deadlines, clock, timeZone }, id)
    homes.set(
      role,
      list.map(({ kind, subject, part, isMine }) => `${kind} ${subject} ${part} ${isMine ? 'mine' : 'seen'}`),
    )
  }
  return { alerted, homes }
}

let walked: Promise<Walk> | undefined
/** The first test that needs it walks. */
const onceWalked = () => {
  walked ??= walk()
  return walked
}

describe('each deadline is alerted once to each person of its roles', () => {
  for (const kind of KINDS)
    for (const role of USER_ROLES) {
      const { subject, part, dueOn, roles } = DUE_RECORDS[kind]
      const isTask = roles.includes(role)
      test(`${kind}: ${role} ${isTask ? 'gets each step that no other letter announced' : 'gets no letter'}`, async () => {
        const { alerted } = await onceWalked()
        const [named, partOf] = kind === 'report' ? ['', null] : [subject, part ?? null]
        const seen = alerted.get(`${kind} ${role} ${named} ${partOf}`) ?? []
        const steps = [
          ...(kind === 'report' || kind === 'request' ? [] : [kind === 'empty-month' ? -13 : -30]),
          ...(kind === 'report' ? [] : [addDays(dueOn, -7) === '2026-06-23' ? -5 : -7]),
          -1,
          1,
        ]
        expect(seen).toEqual(isTask ? steps.map((days) => addDays(dueOn, days)) : [])
      })

      const isShown = dueOn >= '2026-06-24' && dueOn <= '2026-08-23'
      if (!isShown) continue
      test(`${kind}: the home of ${role} ${isTask ? 'has it' : 'does not ask for it'}`, async () => {
        const { homes } = await onceWalked()
        const home = homes.get(role) ?? []
        expect(home.includes(`${kind} ${subject} ${part ?? null} mine`)).toBe(isTask)
        const oversees =
          (role === 'officer' || role === 'auditor') && kind !== 'report' && kind !== 'request' && !isTask
        expect(home.includes(`${kind} ${subject} ${part ?? null} seen`)).toBe(oversees)
      })
    }
})

async function withIncident(discovered: string) {
  const clock = setClock(discovered)
  const company = await openCompany(clock)
  await addPerson(company, 'it-security', 'en')
  await company.database.insert({
    incident: [
      {
        ...{ id: 'INC-1', title: 't', counted_year: 2026, year_assumed: false, disclosure: 'yes', customer_data: true },
        ...{ state: 'confirmed', severity: 'larger', discovered: new Date(discovered), import_id: 'i', row_number: 1 },
      },
    ],
  })
  const stores = [company.store, await company.openSecondStore()]
  const alert = () => Promise.all(stores.map((store) => alertAtOnce(ports(store, clock) as never)))
  const partsOf = async () => (await lettersOf(company)).map(({ data }) => partsIn(data))
  return { company, clock, stores, alert, partsOf }
}

/** Parts that have a number of hours; the others are due at once. */
const inHours = (parts: readonly string[]) => parts.filter((part) => /^(?:cn-report|gdpr-33)/.test(part))

const partsIn = (data: string): readonly string[] =>
  JSON.parse(data).items.flatMap(({ kind, part, step }: { kind: string; part: string; step: string }) =>
    kind === 'notice' ? [`${part} ${step}`] : [],
  )

it('a duty in hours is mailed when it begins, in its last hour and when it is overdue, once, at any hour', async () => {
  const { clock, alert, partsOf } = await withIncident('2026-06-09T23:10:00+08:00')
  await alert()
  await alert()
  const first = ['cn-report-4h 24-hours', 'gdpr-33 hours']
  expect((await partsOf()).map(inHours)).toEqual([first])
  for (const at of ['02:09:59', '02:10:00', '02:11:00', '03:10:01']) {
    clock.set(`2026-06-10T${at}+08:00`)
    await alert()
  }
  clock.set('2026-06-10T03:11:00+08:00')
  await alert()
  const mailed = (await partsOf()).map(inHours).filter((parts) => parts.length > 0)
  expect(mailed).toEqual([first, ['cn-report-4h 1-hour'], ['cn-report-4h overdue']])
})

it('duties at once are mailed at once: as soon as they begin, and as overdue a moment later', async () => {
  const { clock, alert, partsOf } = await withIncident('2026-06-09T23:10:00+08:00')
  await alert()
  clock.set('2026-06-09T23:11:00+08:00')
  await alert()
  await alert()
  const atOnce = (parts: readonly string[]) => parts.filter((part) => !inHours([part]).includes(part))
  expect((await partsOf()).map(atOnce)).toEqual([
    ['gdpr-34 1-hour', 'pipl-57 1-hour'],
    ['gdpr-34 overdue', 'pipl-57 overdue'],
  ])
})

it('a duty whose start is unknown runs from the day of its record, and has one letter and one more when overdue', async () => {
  const { company, clock, stores } = await withIncident('2026-06-09T07:00:00+08:00')
  await company.database.run('UPDATE incident SET discovered = NULL')
  await company.database.insert({
    import_file: [
      {
        ...{ id: 'i', register: 'incidents', file_name: 'f', digest: 'd', row_count: 1, imported_by: 'U' },
        imported_at: new Date('2026-06-09T00:00:00Z'),
      },
    ],
  })
  for (const day of ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12']) await look(stores, clock, day)
  const letters = await lettersOf(company)
  expect(letters.map(({ data }) => new Set(partsIn(data).map((part) => part.split(' ')[1])))).toEqual([
    new Set(['1']),
    new Set(['overdue']),
  ])
})

it('a duty that was mailed at once is not repeated by the digest', async () => {
  const { company, clock, stores, alert } = await withIncident('2026-06-09T07:00:00+08:00')
  await alert()
  await look(stores, clock, '2026-06-09')
  const noticesByOccasion = (await lettersOf(company)).map(({ key, data }) => [
    key.split(':')[1],
    inHours(partsIn(data)).length,
  ])
  // The digest names the assessment that was never made.
  expect(noticesByOccasion).toEqual([
    ['at-once', 2],
    ['digest', 0],
  ])
})

it('a digest waits for the hour of its reader, and leaves later on the same day if that hour is skipped', async () => {
  const clock = setClock('2026-03-29T01:00:00+01:00')
  const company = await openCompany(clock, ring, 'Europe/Berlin')
  await addPerson(company, 'procurement', 'en')
  await company.database.run('UPDATE "user" SET digest_hour = 2')
  await company.database.insert(DUE_RECORDS['audit-finding'].rows)
  await company.database.run(`UPDATE audit_finding SET due_on = '2026-03-30'`)
  const digests = () => mailDigests({ ...ports(company.store, clock), timeZone: 'Europe/Berlin' } as never)
  await digests()
  expect(await lettersOf(company)).toEqual([])
  // 02:00 does not exist on this day.
  clock.set('2026-03-29T03:00:00+02:00')
  await digests()
  expect(await lettersOf(company)).toHaveLength(1)
})

it('a due day that is put off is alerted again, and a task that is done is not', async () => {
  const clock = setClock('2026-06-29T08:00:00+08:00')
  const company = await openCompany(clock)
  await addPerson(company, 'procurement', 'en')
  await company.database.insert(DUE_RECORDS['audit-finding'].rows)
  await look([company.store], clock, '2026-06-29')
  await company.database.run(`UPDATE audit_finding SET due_on = '2026-07-07'`)
  await look([company.store], clock, '2026-06-30')
  expect((await lettersOf(company)).map(({ data }) => JSON.parse(data).items[0].step)).toEqual(['1', '7'])
  await company.database.run(`UPDATE audit_finding SET done_on = '2026-06-30', action = 'a'`)
  for (const day of ['2026-07-06', '2026-07-08']) await look([company.store], clock, day)
  expect(await lettersOf(company)).toHaveLength(2)
})

it('a case has no letter on the day of its arrival, whose hour nobody may learn, nor when another one announces it', async () => {
  const clock = setClock('2026-06-29T08:00:00+08:00')
  const company = await openCompany(clock)
  for (const role of ['customer-service', 'case-handler'] as const) await addPerson(company, role, 'en')
  for (const kind of ['request', 'report'] as const) await company.database.insert(DUE_RECORDS[kind].rows)
  for (const table of ['rights_case', 'whistle_report'])
    await company.database.run(`UPDATE ${table} SET received_on = '2026-06-29'`)
  await look([company.store], clock, '2026-06-29')
  expect(await lettersOf(company)).toEqual([])
  await look([company.store], clock, '2026-06-30')
  expect(await lettersOf(company)).toEqual([])
  for (const day of ['2026-07-01', '2026-07-05']) await look([company.store], clock, day)
  expect((await lettersOf(company)).map(({ role }) => role)).toEqual(['customer-service', 'case-handler'])
})

it('a mail tells of reports neither case nor day, and of several in one line', async () => {
  const clock = setClock('2026-06-29T08:00:00+08:00')
  const company = await openCompany(clock)
  await addPerson(company, 'case-handler', 'en')
  const [report] = DUE_RECORDS.report.rows.whistle_report ?? []
  await company.database.insert({ whistle_report: [{ ...report }, { ...report, id: 'other' }] })
  await look([company.store], clock, '2026-06-29')
  const [letter] = await lettersOf(company)
  // Readers see how many letters left; one more would tell of a report.
  expect(await company.store.outbox.counts()).toMatchObject({ queued: 0 })
  expect(JSON.parse(letter?.data ?? '').items).toEqual([
    { kind: 'report', subject: '', part: null, name: null, due: null, step: '1' },
  ])
})

it('a handler who was appointed after a report about the officer arrived does not learn of it', async () => {
  const clock = setClock('2026-06-24T08:00:00+08:00')
  const company = await openCompany(clock)
  for (const locale of ['en', 'zh-CN'] as const) await addPerson(company, 'case-handler', locale)
  await company.database.insert(DUE_RECORDS.report.rows)
  await company.database.run('UPDATE whistle_report SET concerns_officer = (1 = 1)')
  const appointed = { at: new Date('2026-06-24T00:00:00Z'), locale: 'zh-CN' }
  await company.database.run('UPDATE "user" SET role_since = @at WHERE locale = @locale', appointed)
  await look([company.store], clock, '2026-06-29')
  expect(await company.database.rows(`SELECT locale FROM letter WHERE kind = 'deadlines'`)).toEqual([{ locale: 'en' }])
})
