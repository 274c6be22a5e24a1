import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import { addCases, type WrittenCase } from '@wayproof/evidence/testing/add-cases'
import { fillRegisters } from '@wayproof/evidence/testing/sample-registers'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { expect, it } from 'vitest'
import { listMeasures } from '../measures/list-measures.ts'
import { RULES } from '../rules.ts'
import { NO_SEALS } from '../testing/no-seals.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'

async function valuesOf(database: StoreDatabase, today = '2026-01-20') {
  const clock = { now: () => startOfDay(today, timeZone) + 3_600_000 }
  const listed = await listMeasures(
    {
      facts: factSource(database, { timeZone, rules: RULES }),
      ...NO_SEALS,
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

it('reports every figure of an empty database as unknown, and of cases as few: none is 0 or 100 %', async () => {
  const { indicators, measures } = await valuesOf(await openTestDatabase())
  const known = indicators.filter(({ value }) => value.kind !== 'unknown')
  expect(known.map(({ id, value }) => [id, value])).toEqual([
    ['complaints-reopened', { kind: 'ruled-out' }],
    ['requests-in-time', { kind: 'suppressed', fewerThan: 10 }],
    ['days-to-answer', { kind: 'suppressed', fewerThan: 10 }],
    ['complaints-answered', { kind: 'suppressed', fewerThan: 10 }],
    ['improvements', { kind: 'count', count: 0 }],
  ])
  expect(indicators.every(({ lastOn }) => lastOn === null)).toBe(true)
  expect(measures.map(({ unknown: n, indicators: all }) => all.length - n)).toEqual([0, 0, 0, 0, 4, 0, 1])
})

it('counts a form as covered if all its fields refer to the notice in force, and minimal fields one by one', async () => {
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

it('counts agreements in force on the day, of partners with customers’ data', async () => {
  const agreement = (partnerId: string, signedOn: string, expiresOn: string | null = null) => ({
    partnerId,
    signedOn,
    expiresOn,
  })
  const partners = await openTestDatabase().then(async (database) => {
    await fillRegisters(database)
    return database.query.all<{ id: string }>('SELECT id FROM partner ORDER BY id')
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

it('counts publications for customers in the half-year', async () => {
  const notice = (id: string, publishedOn: string) => ({
    ...{ id, publishedOn, title: 'Who sees your booking', place: 'website', audience: 'members', languages: ['en'] },
  })
  const notices = [
    notice('1', '2025-06-30'),
    notice('2', '2025-07-01'),
    notice('3', '2025-12-31'),
    notice('4', '2026-01-01'),
  ]
  expect(await registered('customer-education', notices, 'education-notices')).toEqual([{ kind: 'count', count: 2 }])
  expect(await registered('customer-education', [], 'education-notices')).toEqual([unknown('nothing-registered')])
})

it('counts scanned months, meetings with minutes by quarter, and systems encrypted in transit and at rest', async () => {
  const scan = (id: string, performedOn: string, kind: 'full-scan' | 'penetration-test' = 'full-scan') => ({
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

it('counts a notice in the half-year of its deadline, and as in time up to the last moment', async () => {
  const at = (moment: string) => Date.parse(`${moment}+08:00`)
  const incident = (id: string, discovered: string | null): RegisterRows['incidents'] => ({
    ...{ id, title: id, occurred: '2025-06', confirmed: null, disclosure: 'yes', customerData: true },
    ...{
      state: 'suspected',
      partnerId: null,
      ...UNSAID.incident,
      discovered: discovered === null ? null : at(discovered),
    },
  })
  const notice = (
    incidentId: string,
    notifiedAt: string | null,
    more: Partial<RegisterRows['incident-notices']> = {},
  ) => ({
    ...{ incidentId, duty: 'gdpr-33' as const, wanted: true, notifiedAt: notifiedAt === null ? null : at(notifiedAt) },
    ...{ facts: null, reference: null, reason: null, ...more },
  })
  const database = await openTestDatabase()
  // 72 hours from 23:50 on June 27 end in this half-year; 10 minutes later they end in the next.
  await saveRegister(database, 'incidents', [
    incident('before', '2025-06-27T23:50:00'),
    incident('just', '2025-06-28T00:00:00'),
    incident('late', '2025-08-01T12:00:00'),
    incident('never', '2025-08-02T12:00:00'),
    incident('unknown', null),
    incident('running', '2025-12-31T12:00:00'),
  ])
  await saveRegister(database, 'incident-notices', [
    notice('before', '2025-06-28T12:00:00'),
    notice('just', '2025-07-01T00:00:00'),
    notice('late', '2025-08-04T12:00:01'),
    notice('never', null),
    notice('never', null, { duty: 'gdpr-34' }),
    notice('late', null, { duty: 'cn-report-4h', wanted: false }),
    notice('unknown', '2025-09-01T12:00:00'),
    notice('running', null),
  ])
  const { of, value } = await valuesOf(database)
  expect(value('notices-in-time')).toEqual(share(1, 3))
  // The months without an incident are confirmed until December.
  expect(of('notices-in-time')?.lastOn).toBe('2025-12-31')
})

it('counts critical findings open for more than 15 days, and findings of audits closed by their due day', async () => {
  const found = (id: string, foundOn: string, more: Partial<RegisterRows['security-findings']> = {}) => ({
    ...{ id, foundIn: 's', foundOn, finding: id, severity: 'critical' as const, owner: 'IT' },
    ...{ dueOn: '2026-02-01', fixedOn: null, ...more },
  })
  const security = [
    found('16 days', '2025-12-15'),
    found('15 days', '2025-12-16'),
    found('milder', '2025-10-01', { severity: 'high' }),
    found('fixed', '2025-10-01', { fixedOn: '2025-12-31' }),
    found('fixed later', '2025-10-01', { fixedOn: '2026-01-01' }),
  ]
  expect(await registered('security-findings', security, 'critical-findings')).toEqual([{ kind: 'count', count: 2 }])
  const audited = (id: string, dueOn: string, doneOn: string | null) => ({
    ...{
      id,
      partnerId: 'Vela',
      foundOn: '2025-05-01',
      finding: id,
      severity: 'low' as const,
      action: 'a',
      owner: 'IT',
    },
    ...{ dueOn, doneOn, checkedOn: null, effective: null },
  })
  const audits = [
    audited('before', '2025-06-30', '2025-06-01'),
    audited('first day', '2025-07-01', '2025-07-01'),
    audited('late', '2025-08-01', '2025-08-02'),
    audited('open', '2025-12-31', null),
    audited('after', '2026-01-01', '2025-12-01'),
  ]
  expect(await registered('audit-findings', audits, 'audit-findings')).toEqual([share(1, 3)])
  expect(await registered('audit-findings', audits.slice(0, 1), 'audit-findings')).toEqual([
    unknown('nothing-in-period'),
  ])
})

it('counts bookings and complaints of the half-year, and hides fewer than ten of an ended half-year', async () => {
  const complaint = (receivedOn: string): WrittenCase => ({
    ...{ kind: 'complaint', receivedOn, dueOn: null, answeredOn: null, closedOn: null },
  })
  const database = await openTestDatabase()
  await saveRegister(database, 'bookings', [
    { month: '2025-06', channel: 'web', count: 9 },
    { month: '2025-07', channel: 'web', count: 100_000 },
    { month: '2025-12', channel: 'app', count: 100_000 },
  ])
  await addCases(database, [complaint('2025-06-30')])
  const unbooked = ['2025-08', '2025-09', '2025-10', '2025-11']
  const some = await valuesOf(database)
  expect(some.value('complaints')).toEqual({ ...unknown('months-unbooked'), months: unbooked })
  await saveRegister(
    database,
    'bookings',
    unbooked.map((month) => ({ month, channel: 'web', count: 0 })),
  )
  const first = await valuesOf(database)
  expect(first.value('exposure')).toEqual({ kind: 'count', count: 200_000 })
  expect(first.value('complaints')).toEqual({ kind: 'suppressed', fewerThan: 10 })
  await addCases(
    database,
    Array.from({ length: 9 }, () => complaint('2025-07-01')),
  )
  expect((await valuesOf(database)).value('complaints')).toEqual(first.value('complaints'))
  await addCases(database, [complaint('2025-12-31'), complaint('2026-01-01')])
  const last = await valuesOf(database)
  expect(last.value('complaints')).toEqual({ kind: 'rate', cases: 10, most: 19, base: 200_000 })
  expect((await valuesOf(database, '2025-12-31')).value('complaints')).toEqual(unknown('half-year-running'))
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
  expect(value('unknown-to-customers-security')).toEqual({ kind: 'suppressed', fewerThan: 5 })
  expect(value('unknown-to-customers-sharing')).toEqual(unknown('not-asked'))
  expect(of('trust')?.lastOn).not.toBe('2025-12-31')
  await database.write((query) => query.run("UPDATE wave SET status = 'open', unlinked_at = NULL"))
  const open = await valuesOf(database)
  expect(open.value('trust')).toEqual(unknown('wave-open'))
  expect(open.value('leak-signal')).toEqual(unknown('wave-open'))
})

it('counts improvements in force, and the report on the previous half-year once it is public', async () => {
  const database = await openTestDatabase()
  await fillRegisters(database)
  await database.write(async (query) => {
    for (const [id, withdrawnAt] of [
      ['stands', null],
      ['withdrawn', new Date(2)],
    ] as const)
      await query.run(
        `INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by, withdrawn_at)
        VALUES (@id, '2025-H2', '一', 'one', 'HR', @at, 'Lin', @withdrawnAt)`,
        { id, at: new Date(1), withdrawnAt },
      )
    await query.run(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, sample)
      VALUES (1, '远行', 'Faraway', 'p@x.example', '2024-01-01', false) ON CONFLICT (id) DO UPDATE SET programme_start = '2024-01-01'`)
  })
  const before = await valuesOf(database)
  expect([before.value('improvements'), before.value('privacy-reports')]).toEqual([
    { kind: 'count', count: 1 },
    share(0, 1),
  ])
  const publish = (id: string, day: string) =>
    database.write((query) =>
      query.run(
        "INSERT INTO published_report (id, period, published_at, published_by) VALUES (@id, '2025-H1', @publishedAt, 'Lin')",
        { id, publishedAt: new Date(startOfDay(day, timeZone)) },
      ),
    )
  await publish('later', '2026-01-01')
  expect((await valuesOf(database)).value('privacy-reports')).toEqual(share(0, 1))
  await publish('in time', '2025-12-31')
  const { value, of } = await valuesOf(database)
  expect(value('privacy-reports')).toEqual(share(1, 1))
  expect(of('privacy-reports')?.lastOn).toBe('2025-12-31')
})
