import { randomUUID } from 'node:crypto'
import type { CaseKind, RegisterId, RegisterRows } from '@wayproof/evidence'
import { addDays, daysBetween, startOfDay } from '@wayproof/kernel'
import { listMeasures, RULES } from '@wayproof/scorecard'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factSource } from './fact-source.ts'
import { rightsFacts } from './facts/rights-facts.ts'
import type { Database } from './sqlite/database.ts'
import { holdWave } from './testing/hold-wave.ts'
import { fillRegisters } from './testing/sample-registers.ts'
import { saveRegister } from './testing/save-register.ts'
import { openTestDatabase } from './testing/test-database.ts'

const timeZone = 'Asia/Shanghai'
const half = { kind: 'half-year', year: 2025, index: 2 } as const

interface Case {
  readonly kind: CaseKind
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly answeredOn: string | null
  readonly closedOn: string | null
}

const addCases = (database: Database, cases: readonly Case[]) =>
  database.write((sql) => {
    const insert = sql(`INSERT INTO rights_case
      (id, kind, received_on, due_on, status, anonymous, locale, answered_on, closed_on) VALUES (?, ?, ?, ?, 'received', 1, 'en', ?, ?)`)
    for (const { kind, receivedOn, dueOn, answeredOn, closedOn } of cases)
      insert.run(randomUUID(), kind, receivedOn, dueOn, answeredOn, closedOn)
  })

async function valuesOf(database: Database, today = '2026-01-20') {
  const clock = { now: () => startOfDay(today, timeZone) + 3_600_000 }
  const listed = await listMeasures(
    {
      facts: factSource(database, { timeZone, rules: RULES }),
      sealed: async () => null,
      clock,
      timeZone,
    },
    { period: '2025-H2' },
  )
  if (!listed.ok) throw new Error(listed.fault.code)
  const indicators = listed.value.measures.flatMap((measure) => measure.indicators)
  const of = (id: string) => indicators.find((indicator) => indicator.id === id)
  return { ...listed.value, indicators, of, value: (id: string) => of(id)?.value }
}

async function registered<Id extends RegisterId>(
  register: Id,
  rows: readonly RegisterRows[Id][],
  ...indicators: readonly string[]
) {
  const database = await openTestDatabase()
  await fillRegisters(database)
  await saveRegister(database, register, rows)
  const { value } = await valuesOf(database)
  return indicators.map(value)
}

const share = (numerator: number, denominator: number) => ({ kind: 'share', share: { numerator, denominator } })
const unknown = (missing: string) => ({ kind: 'unknown', missing })

it('knows nothing of an empty database, and says so: no figure is 0 or 100 %', async () => {
  const { indicators, measures } = await valuesOf(await openTestDatabase())
  const known = indicators.filter(({ value }) => value.kind !== 'unknown')
  expect(known.map(({ id, value }) => [id, value])).toEqual([['improvements', { kind: 'count', count: 0 }]])
  expect(indicators.every(({ lastOn }) => lastOn === null)).toBe(true)
  expect(measures.map(({ unknown: n, indicators: all }) => all.length - n)).toEqual([0, 0, 0, 0, 0, 0, 1])
})

it('takes a form as covered when every field of it refers to the notice in force, and as minimal field by field', async () => {
  const row = (pointId: string, field: string, more: Partial<RegisterRows['collection-points']> = {}) => ({
    ...{ pointId, field, form: pointId, place: 'online' as const, mandatory: true, needed: true, purpose: 'booking' },
    ...{ noticeVersion: '3', checkedOn: '2025-10-01', ...more },
  })
  const rows = [
    row('a', 'name'),
    row('a', 'birthday', { mandatory: false, needed: false }),
    row('b', 'name'),
    row('b', 'phone', { noticeVersion: '2' }),
    row('c', 'employer', { needed: false }),
    row('d', 'name', { noticeVersion: null }),
    row('later', 'name', { checkedOn: '2026-01-02' }),
  ]
  expect(await registered('collection-points', rows, 'consent-notices', 'minimal-forms')).toEqual([
    share(2, 4),
    share(3, 4),
  ])
})

it('counts agreements that hold on the day, of partners with customers’ data', async () => {
  const agreement = (partnerId: string, signedOn: string, expiresOn: string | null = null) => ({
    partnerId,
    signedOn,
    expiresOn,
  })
  const partners = await openTestDatabase().then(async (database) => {
    await fillRegisters(database)
    return database.read<{ id: string }>('SELECT id FROM partner ORDER BY id').all()
  })
  const [a = '', b = '', c = ''] = partners.map(({ id }) => id)
  const rows = [
    agreement(a, '2025-01-01'),
    agreement(b, '2024-01-01', '2025-12-30'),
    agreement(c, '2026-01-01'),
    agreement(c, '2023-01-01', '2025-12-31'),
  ]
  expect(await registered('partner-agreements', rows, 'agreements-signed')).toEqual([share(2, partners.length)])
})

it('counts scanned months, meetings with minutes by quarter, and systems encrypted both ways', async () => {
  const scan = (id: string, performedOn: string, kind: 'scan' | 'penetration-test' = 'scan') => ({
    id,
    kind,
    performedOn,
  })
  const scans = [scan('1', '2025-07-01'), scan('2', '2025-07-31'), scan('3', '2025-12-31'), scan('4', '2026-01-01')]
  const tests = [scan('5', '2025-02-01', 'penetration-test'), scan('6', '2024-12-31', 'penetration-test')]
  expect(await registered('security-scans', [...scans, ...tests], 'vulnerability-scans', 'penetration-tests')).toEqual([
    share(2, 6),
    { kind: 'count', count: 1 },
  ])
  const meeting = (heldOn: string, minutes: boolean, actionsAgreed = 3, actionsClosed = 1) => ({
    ...{ heldOn, minutes, actionsAgreed, actionsClosed },
  })
  const meetings = [
    meeting('2025-08-01', true),
    meeting('2025-09-01', true),
    meeting('2025-11-01', false),
    meeting('2025-06-30', true),
  ]
  expect(await registered('privacy-meetings', meetings, 'privacy-meetings', 'meeting-actions')).toEqual([
    share(1, 2),
    share(3, 9),
  ])
  const system = (id: string, customerData: boolean, encryptedAtRest: boolean, encryptedInTransit: boolean) => ({
    ...{ id, name: id, customerData, encryptedAtRest, encryptedInTransit, checkedOn: '2025-10-01' },
  })
  const systems = [system('a', true, true, true), system('b', true, true, false), system('c', false, false, false)]
  expect(await registered('systems', systems, 'encryption')).toEqual([share(1, 2)])
  expect(await registered('systems', [system('c', false, false, false)], 'encryption')).toEqual([
    unknown('nothing-registered'),
  ])
})

it('counts bookings and complaints of the half-year, and hides what fewer than five people stand behind', async () => {
  const complaint = (receivedOn: string): Case => ({
    ...{ kind: 'complaint', receivedOn, dueOn: null, answeredOn: null, closedOn: null },
  })
  const database = await openTestDatabase()
  await saveRegister(database, 'bookings', [
    { month: '2025-06', channel: 'web', count: 9 },
    { month: '2025-07', channel: 'web', count: 100_000 },
    { month: '2025-12', channel: 'app', count: 100_000 },
  ])
  await addCases(database, [complaint('2025-06-30')])
  const first = await valuesOf(database)
  expect(first.value('exposure')).toEqual({ kind: 'count', count: 200_000 })
  expect(first.value('complaints')).toEqual({ kind: 'rate', cases: 0, base: 200_000 })
  await addCases(
    database,
    Array.from({ length: 4 }, () => complaint('2025-07-01')),
  )
  expect((await valuesOf(database)).value('complaints')).toEqual({ kind: 'suppressed' })
  await addCases(database, [complaint('2025-12-31'), complaint('2026-01-01')])
  const last = await valuesOf(database)
  expect(last.value('complaints')).toEqual({ kind: 'rate', cases: 5, base: 200_000 })
  expect(last.of('complaints')?.lastOn).toBe('2025-12-31')
})

it('reads the survey only once it is closed', async () => {
  const database = await openTestDatabase()
  const answers = (many: number, values: Record<string, string>) => Array.from({ length: many }, () => values)
  await holdWave(database, { period: '2025-H2', minimumForStatus: 5 }, [
    ...answers(6, { overall: '5', trust: '4', notice: 'dk', signal: 'no' }),
    ...answers(3, { overall: '2', trust: '2', notice: 'na', signal: 'yes' }),
    ...answers(1, { overall: '2', trust: 'dk', notice: '4', signal: 'unsure' }),
    ...answers(4, { overall: '2', security: 'dk' }),
  ])
  const { value, of } = await valuesOf(database)
  expect(value('trust')).toEqual(share(6, 9))
  expect(value('leak-signal')).toEqual(share(3, 9))
  expect(value('unknown-to-customers-notice')).toEqual(share(6, 10))
  expect(value('unknown-to-customers-security')).toEqual({ kind: 'suppressed' })
  expect(value('unknown-to-customers-sharing')).toEqual(unknown('not-asked'))
  expect(of('trust')?.lastOn).not.toBe('2025-12-31')
  await database.write((sql) => sql("UPDATE wave SET status = 'open'").run())
  const open = await valuesOf(database)
  expect(open.value('trust')).toEqual(unknown('wave-open'))
  expect(open.value('leak-signal')).toEqual(unknown('wave-open'))
})

it('counts requests as a plain reading of the rows does', async () => {
  const database = await openTestDatabase()
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-03-01', days))
  const later = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })
  const one = fc.record({
    kind: fc.constantFrom<CaseKind>('access', 'deletion', 'complaint', 'enquiry'),
    receivedOn: day,
    term: later,
    answered: later,
    closed: later,
  })
  const from = '2025-07-01'
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 40 }), day, async (drawn, asOf) => {
      const after = (date: string, days: number | null) => (days === null ? null : addDays(date, days))
      const cases = drawn.map(
        ({ kind, receivedOn, term, answered, closed }): Case => ({
          ...{ kind, receivedOn, dueOn: after(receivedOn, term) },
          ...{ answeredOn: after(receivedOn, answered), closedOn: after(receivedOn, closed) },
        }),
      )
      await database.write((sql) => sql('DELETE FROM rights_case').run())
      await addCases(database, cases)
      const to = asOf < '2025-12-31' ? asOf : '2025-12-31'
      const within = (date: string | null): date is string => date !== null && date >= from && date <= to
      const requests = cases.filter(({ kind }) => kind !== 'complaint' && kind !== 'enquiry')
      const due = requests.filter(({ dueOn }) => within(dueOn))
      const inTime = due.filter(({ dueOn, answeredOn, closedOn }) =>
        [answeredOn, closedOn].some((done) => done !== null && done <= (dueOn ?? '')),
      )
      const days = requests
        .flatMap(({ answeredOn, receivedOn }) => (within(answeredOn) ? [daysBetween(receivedOn, answeredOn)] : []))
        .toSorted((a, b) => a - b)
      const rank = (share: number) => days[Math.ceil((days.length * share) / 10) - 1]
      expect(rightsFacts(database, half, asOf)).toEqual({
        due: due.length,
        inTime: inTime.length,
        complaints: cases.filter(({ kind, receivedOn }) => kind === 'complaint' && within(receivedOn)).length,
        days: days.length ? { median: rank(5), ninetieth: rank(9), cases: days.length } : null,
      })
    }),
    { numRuns: 60 },
  )
})
