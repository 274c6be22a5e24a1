import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { engines } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { type AttachEvidence, attachEvidence } from '../attachments/attach-evidence.ts'
import { attachmentStoreContract } from '../testing/contracts/attachment-store-contract.ts'
import { filledDatabase, fillRegisters } from '../testing/register-files.ts'
import { attachmentStore } from './attachment-store.ts'

const NOW = Date.UTC(2026, 0, 7)
const pdf = (length: number) => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]))

// The same suite runs on the in-memory store of packages/evidence.
for (const { engine, open } of engines)
  attachmentStoreContract(engine, async () => {
    const database = await open()
    await fillRegisters(database)
    return attachmentStore(database)
  })

async function opened() {
  const database = await filledDatabase()
  const attachments = attachmentStore(database)
  const ports = { attachments, clock: { now: () => NOW }, ids: { next: () => randomUUID() }, scan: null }
  const attach = (bytes: Uint8Array, changes: Partial<AttachEvidence> = {}) =>
    attachEvidence(ports, {
      register: 'partner-audits',
      key: '["p1","2025-05-01"]',
      fileName: 'report.pdf',
      source: 'from the auditor',
      bytes,
      by: 'officer',
      ...changes,
    })
  const list = () => attachments.list('partner-audits', '["p1","2025-05-01"]')
  const counted = async (table: string) =>
    (await database.query.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n
  return { database, attachments, attach, list, counted }
}

test('a file of several pieces is read byte for byte, with digest, source, author and moment', async () => {
  const { attach, list, attachments } = await opened()
  const bytes = pdf(1_500_000)
  expect(await attach(bytes, { fileName: 'C:\\temp\\报告\u202e.pdf' })).toEqual({ ok: true, value: null })
  const [attached] = await list()
  const digest = createHash('sha256').update(bytes).digest('hex')
  expect(attached).toEqual({
    id: attached?.id,
    fileName: '报告.pdf',
    type: 'pdf',
    size: bytes.length,
    digest,
    source: 'from the auditor',
    attachedAt: NOW,
    attachedBy: 'officer',
    withdrawn: null,
  })
  const stored = await attachments.open(attached?.id ?? '')
  const pieces: Uint8Array[] = []
  for await (const piece of stored?.pieces ?? []) pieces.push(piece)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
})

test('a file that proves two rows is stored once', async () => {
  const { attach, counted } = await opened()
  const bytes = pdf(10)
  expect(await attach(bytes)).toMatchObject({ ok: true })
  expect(await attach(bytes, { register: 'partners', key: '["p1"]' })).toMatchObject({ ok: true })
  expect([
    await counted('evidence_file'),
    await counted('evidence_piece'),
    await counted('evidence_attachment'),
  ]).toEqual([1, 1, 2])
})

test('the bytes of withdrawn evidence are deleted unless another row uses them', async () => {
  const { attach, attachments, list, counted } = await opened()
  const bytes = pdf(10)
  await attach(bytes)
  await attach(bytes, { register: 'partners', key: '["p1"]' })
  const id = (await list())[0]?.id ?? ''
  const stamp = { at: NOW + 1, by: 'officer', reason: 'names a customer' }
  expect(await attachments.withdraw(id, stamp)).toMatchObject({ ok: true })
  expect(await counted('evidence_piece')).toBe(1)
  const [other] = await attachments.list('partners', '["p1"]')
  expect(await attachments.withdraw(other?.id ?? '', stamp)).toMatchObject({ ok: true })
  expect([await counted('evidence_file'), await counted('evidence_piece')]).toEqual([0, 0])
})

test('bytes that were stored for a refused attachment are deleted later', async () => {
  const { attach, counted, database } = await opened()
  expect(await attach(pdf(10), { key: '["p9","2025-05-01"]' })).toMatchObject({ fault: { code: 'row-unknown' } })
  expect([await counted('evidence_file'), await counted('evidence_attachment')]).toEqual([1, 0])
  await database.write((query) => query.run('UPDATE evidence_file SET arrived_at = @at', { at: new Date(0) }))
  await attach(pdf(20))
  expect([await counted('evidence_file'), await counted('evidence_piece')]).toEqual([1, 1])
})
