import { readFileSync } from 'node:fs'
import {
  closeReport,
  listReports,
  recordConcern,
  recordStep,
  showOwnReport,
  showReport,
  takeReport,
  type WhistlePorts,
  writeToHandler,
  writeToReporter,
} from '@wayproof/evidence'
import { newSecretCode } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { proofsHold } from '../retention/deletion-proof.ts'
import { retentionStore } from '../retention/retention-store.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { whistleStore } from './whistle-store.ts'

const DAY = 86_400_000
const START = Date.parse('2026-03-02T01:00:00Z')

async function world() {
  const file = temporaryFile()
  const database = await openTestDatabase(file)
  let now = START
  const ports: WhistlePorts = {
    reports: whistleStore(database),
    clock: { now: () => now },
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(new Uint8Array(32).fill(3)),
    timeZone: 'Asia/Shanghai',
  }
  const join = (role: string) => {
    const id = systemIds.next()
    return database.write((sql) => {
      sql(`INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
        VALUES (@id, 'N', @id || '@x.example', 1, @role, 'en', @now, @now)`).run({ id, role, now })
      return id
    })
  }
  const take = async (change: Partial<Parameters<typeof takeReport>[1]> = {}) => {
    const written = { reporter: 'staff', text: 'A list is sold.', contact: null, locale: 'en' } as const
    const taken = await takeReport(ports, { formCode: newSecretCode(systemTokens), ...written, ...change })
    if (!taken.ok) throw new Error(taken.fault.code)
    return taken.value.caseCode
  }
  const rows = (sql: string) => database.read<Record<string, unknown>>(sql).all()
  const pass = (ms: number) => {
    now += ms
  }
  return { file, database, ports, join, take, rows, pass }
}

test('a report runs from its receipt to its end, both writing by the case code', async () => {
  const { ports, join, take, pass } = await world()
  const text = 'A list is sold.'
  const refused = {
    reporter: 'staff',
    text,
    contact: null,
    locale: 'en',
    formCode: newSecretCode(systemTokens),
  } as const
  expect(await takeReport(ports, refused)).toMatchObject({ fault: { code: 'no-handler' } })
  const reader = await join('case-handler')
  const caseCode = await take({ contact: 'Bench by the lake, noon' })
  expect(await takeReport(ports, { ...refused, text: ' \n' })).toMatchObject({ fault: { code: 'text-invalid' } })
  expect(await takeReport(ports, { ...refused, contact: 'x'.repeat(201) })).toMatchObject({
    fault: { code: 'text-invalid' },
  })
  const { open } = await listReports(ports, { reader })
  expect(open).toMatchObject([
    { receivedOn: '2026-03-02', status: 'received', reporter: 'staff', lastAuthor: 'reporter' },
  ])
  const asked = { id: open[0]!.id, reader }
  expect(await showReport(ports, asked)).toMatchObject({
    value: { contact: 'Bench by the lake, noon', messages: [{ text }] },
  })
  expect(await closeReport(ports, { ...asked, outcome: 'other' })).toMatchObject({
    fault: { code: 'feedback-missing' },
  })
  pass(DAY)
  const step = (name: 'acknowledged' | 'in-examination') => recordStep(ports, { ...asked, step: name })
  expect(await Promise.all([step('acknowledged'), step('acknowledged')])).toMatchObject([
    { ok: true },
    { fault: { code: 'step-done' } },
  ])
  pass(DAY)
  await step('in-examination')
  expect(await step('in-examination')).toMatchObject({ fault: { code: 'step-done' } })
  expect(await writeToReporter(ports, { ...asked, text: 'Which list?', purpose: 'question' })).toMatchObject({
    ok: true,
  })
  expect(await writeToHandler(ports, { caseCode: caseCode.toLowerCase(), text: 'May’s.' })).toMatchObject({ ok: true })
  pass(DAY)
  expect(await writeToReporter(ports, { ...asked, text: '', purpose: 'feedback' })).toMatchObject({
    fault: { code: 'text-invalid' },
  })
  await writeToReporter(ports, { ...asked, text: 'It is stopped.', purpose: 'feedback' })
  pass(DAY)
  expect(await closeReport(ports, { ...asked, outcome: 'substantiated' })).toMatchObject({ ok: true })
  const dates = {
    acknowledgedOn: '2026-03-03',
    examinedOn: '2026-03-04',
    feedbackOn: '2026-03-05',
    closedOn: '2026-03-06',
  }
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({
    value: {
      report: { ...dates, status: 'closed', outcome: 'substantiated' },
      messages: [{}, { author: 'handler', purpose: 'question' }, { author: 'reporter' }, { purpose: 'feedback' }],
    },
  })
  for (const [done, code] of [
    [await writeToReporter(ports, { ...asked, text: 'x', purpose: 'question' }), 'report-closed'],
    [await closeReport(ports, { ...asked, outcome: 'other' }), 'report-closed'],
    [await recordConcern(ports, { ...asked, concernsOfficer: true }), 'report-closed'],
    [await writeToHandler(ports, { caseCode, text: 'x' }), 'report-full'],
    [await writeToHandler(ports, { caseCode: 'nonsense', text: 'x' }), 'report-unknown'],
  ] as const)
    expect(done).toMatchObject({ fault: { code } })
  expect(await listReports(ports, { reader })).toMatchObject({ open: [], closed: [dates] })
})

test('nobody but a case handler reads, and one about the officer nobody whom an officer appointed later', async () => {
  const { ports, join, take, pass } = await world()
  const reader = await join('case-handler')
  await take()
  const id = (await listReports(ports, { reader })).open[0]!.id
  for (const role of ['officer', 'auditor', 'executive']) {
    const other = await join(role)
    expect(await listReports(ports, { reader: other })).toEqual({ open: [], closed: [] })
    expect(await showReport(ports, { id, reader: other })).toMatchObject({ fault: { code: 'report-unknown' } })
    for (const done of [
      await writeToReporter(ports, { id, reader: other, text: 'x', purpose: 'feedback' }),
      await recordStep(ports, { id, reader: other, step: 'acknowledged' }),
      await recordConcern(ports, { id, reader: other, concernsOfficer: true }),
      await closeReport(ports, { id, reader: other, outcome: 'other' }),
    ])
      expect(done).toMatchObject({ fault: { code: 'report-unknown' } })
  }
  pass(DAY)
  const later = await join('case-handler')
  expect((await listReports(ports, { reader: later })).open).toHaveLength(1)
  await recordConcern(ports, { id, reader, concernsOfficer: true })
  expect((await listReports(ports, { reader: later })).open).toEqual([])
  expect(await showReport(ports, { id, reader: later })).toMatchObject({ fault: { code: 'report-unknown' } })
  expect((await listReports(ports, { reader })).open).toHaveLength(1)
})

test('the same form sent twice, at once too, is one report; other words make another', async () => {
  const { ports, join, take, rows } = await world()
  await join('case-handler')
  const formCode = newSecretCode(systemTokens)
  const codes = await Promise.all([take({ formCode }), take({ formCode }), take({ formCode, text: 'Another list.' })])
  expect(new Set(codes).size).toBe(2)
  expect(rows('SELECT COUNT(*) AS n FROM whistle_report')).toEqual([{ n: 2 }])
  for (let i = 1; i < 30; i++) await writeToHandler(ports, { caseCode: codes[0], text: `${i}` })
  expect(await writeToHandler(ports, { caseCode: codes[0], text: 'one more' })).toMatchObject({
    fault: { code: 'report-full' },
  })
})

test('contact, texts and code stand in no byte of the file, and neither a moment nor an order beside a report', async () => {
  const { file, ports, join, take, rows } = await world()
  const reader = await join('case-handler')
  const caseCode = await take({ text: 'CANARY-REPORT', contact: 'CANARY-CONTACT' })
  const { id } = (await listReports(ports, { reader })).open[0]!
  await writeToReporter(ports, { id, reader, text: 'CANARY-FEEDBACK', purpose: 'feedback' })
  const bytes = [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join()
  for (const secret of ['CANARY', caseCode, caseCode.replaceAll('-', '')]) expect(bytes.includes(secret)).toBe(false)
  const [row] = rows('SELECT * FROM whistle_report')
  expect(Object.values(row!).filter((value) => typeof value === 'number')).toEqual([0, 0])
  expect(rows(`SELECT name, wr FROM pragma_table_list WHERE name LIKE 'whistle%' ORDER BY name`)).toEqual([
    { name: 'whistle_message', wr: 1 },
    { name: 'whistle_report', wr: 1 },
  ])
})

test('ninety days after closing contact, code and texts go, after three years the rest, with proof', async () => {
  const { database, ports, join, take, pass } = await world()
  const reader = await join('case-handler')
  const retention = retentionStore(database, ports)
  const caseCode = await take({ contact: 'by phone' })
  const { id } = (await listReports(ports, { reader })).open[0]!
  const still = await take()
  await writeToReporter(ports, { id, reader, text: 'Nothing found.', purpose: 'feedback' })
  await closeReport(ports, { id, reader, outcome: 'unsubstantiated' })
  const rest = async () => retention.deleteDue(ports.clock.now())
  pass(89 * DAY)
  await rest()
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({ value: { contact: 'by phone', messages: [{}, {}] } })
  pass(DAY)
  await rest()
  expect(await showOwnReport(ports, { caseCode })).toMatchObject({ fault: { code: 'report-unknown' } })
  expect(await showReport(ports, { id, reader })).toMatchObject({
    value: { report: { outcome: 'unsubstantiated', receivedOn: '2026-03-02' }, contact: null, messages: [] },
  })
  expect((await retention.proofs()).filter(({ rule }) => rule === 'report-texts')).toMatchObject([
    { days: 90, table: 'whistle_message', count: 2 },
  ])
  pass((1095 - 90) * DAY)
  await rest()
  expect(await showReport(ports, { id, reader })).toMatchObject({ fault: { code: 'report-unknown' } })
  expect(await showOwnReport(ports, { caseCode: still })).toMatchObject({ ok: true })
  expect(proofsHold((text) => database.read(text))).toBe(true)
})
