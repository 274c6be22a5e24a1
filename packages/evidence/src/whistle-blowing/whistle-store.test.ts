import type { RecordDatabase } from '@wayproof/database/record-database'
import { engines, openTestDatabase } from '@wayproof/database/testing/engines'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import { whistleStoreContract } from '../testing/contracts/whistle-store-contract.ts'
import { closeReport } from './close-report.ts'
import type { WhistlePorts } from './ports.ts'
import { listReports, showOwnReport, showReport } from './show-report.ts'
import { takeReport } from './take-report.ts'
import { whistleStore } from './whistle-store.ts'
import { writeToReporter } from './write-to-reporter.ts'

const DAY = 86_400_000
const START = Date.parse('2026-03-02T01:00:00Z')

async function addUser(database: RecordDatabase, id: string, role: string, at: number): Promise<void> {
  const { user } = await database.records()
  const moments = { createdAt: new Date(at), updatedAt: new Date(at) }
  await user.create({
    data: { id, name: 'N', email: `${id}@x.example`, emailVerified: true, role, locale: 'en', ...moments },
  })
}

// The same suite runs on the in-memory store of packages/evidence.
for (const { engine, open } of engines)
  whistleStoreContract(engine, async () => {
    const database = await open()
    return { reports: whistleStore(database), appoint: (userId, role, at) => addUser(database, userId, role, at) }
  })

async function world() {
  const database = await openTestDatabase()
  let now = START
  const ports: WhistlePorts = {
    reports: whistleStore(database),
    clock: { now: () => now },
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(new Uint8Array(32).fill(3)),
    timeZone: 'Asia/Shanghai',
  }
  const join = async (role: string) => {
    const id = systemIds.next()
    await addUser(database, id, role, now)
    return id
  }
  const take = async (change: Partial<Parameters<typeof takeReport>[1]> = {}) => {
    const written = { reporter: 'staff', text: 'A list is sold.', contact: null, locale: 'en' } as const
    const taken = await takeReport(ports, { formCode: newSecretCode(systemTokens), ...written, ...change })
    if (!taken.ok) throw new Error(taken.fault.code)
    return taken.value.caseCode
  }
  const pass = (ms: number) => {
    now += ms
  }
  return { database, ports, join, take, pass }
}

test('no stored byte shows contact, texts or code, and a report has no moment', async () => {
  const { database, ports, join, take } = await world()
  const reader = await join('case-handler')
  const caseCode = await take({ text: 'CANARY-REPORT', contact: 'CANARY-CONTACT' })
  const { id } = (await listReports(ports, { reader })).open[0]!
  await writeToReporter(ports, { id, reader, text: 'CANARY-FEEDBACK', purpose: 'feedback' })
  const bytes = await storedBytes(database)
  for (const secret of ['CANARY', caseCode, caseCode.replaceAll('-', '')]) expect(bytes.includes(secret)).toBe(false)
  const row = await database.query.get<object>('SELECT * FROM whistle_report')
  expect(Object.values(row!).filter((value) => typeof value === 'number')).toEqual([0, 0])
})

test('contact, code and texts are deleted 90 days after closing, the rest after 3 years, with proof', async () => {
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
  expect(await proofsHold(database.query)).toBe(true)
})
