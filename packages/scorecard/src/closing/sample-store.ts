import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { findRow } from '@wayproof/evidence/registers/find-row'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { AuditSample, ReviewedDocument } from '../sample/audit-sample.ts'
import type { SampleStore } from '../sample/ports.ts'
import type { RowPlace } from '../sample/traced-row.ts'
import { frameOfSample, sampleOf } from './sample-row.ts'

const WITH_ROWS = { omit: { frame: true }, include: { rows: { orderBy: { number: 'asc' } } } } as const

/** Samples that auditors drew, with their worksheets. */
export function sampleStore(database: QueryDatabase): SampleStore {
  return {
    list: async (period) => {
      const { auditSample } = await database.records()
      const orderBy = [{ drawnAt: 'desc' as const }, { id: 'asc' as const }]
      return (await auditSample.findMany({ where: { period }, orderBy, ...WITH_ROWS })).map(sampleOf)
    },
    find: async (id) => {
      const { auditSample } = await database.records()
      const row = await auditSample.findUnique({ where: { id }, ...WITH_ROWS })
      return row && sampleOf(row)
    },
    frame: async (id) => {
      const { auditSample } = await database.records()
      const row = await auditSample.findUnique({ where: { id } })
      return row && frameOfSample(row)
    },
    add: ({ rows, drawnBy, drawnAt, total, published, sealed: _, ...sample }, { keys }) =>
      database.transaction(async ({ records }) => {
        await records.auditSample.create({
          data: {
            ...sample,
            frame: JSON.stringify(keys),
            total: JSON.stringify(total),
            published: published && JSON.stringify(published),
            drawnAt: new Date(drawnAt),
            drawnById: drawnBy.id,
            drawnBy: drawnBy.name,
          },
        })
        await records.auditSampleRow.createMany({ data: rows.map((row) => drawnRow(sample.id, row)) })
        const { period, figure } = sample
        const details = { figure, rows: rows.length }
        await addAuditEntry(records, { act: 'sample-drawn', at: drawnAt, subject: period, details })
      }),
    record: (sampleId, { number, seen: seenRevision, finding: { by, at, result, note, documents } }) =>
      database.transaction(async ({ records }) => {
        const { auditSample, auditSampleRow } = records
        const unsealed = { sampleId, number, revision: seenRevision, key: { not: null }, sample: { sealNumber: null } }
        const finding = { result, note, documents: JSON.stringify(documents) }
        const recorded = { recordedAt: new Date(at), recordedById: by.id, recordedBy: by.name }
        const data = { ...finding, ...recorded, revision: seenRevision + 1 }
        if ((await auditSampleRow.updateMany({ where: unsealed, data })).count === 0) return false
        const { period, figure } = await auditSample.findUniqueOrThrow({ where: { id: sampleId } })
        const details = { figure, row: number }
        await addAuditEntry(records, { act: 'finding-recorded', at, subject: period, details })
        return true
      }),
    documents: (places) => documentsOf(database, places),
    heads: async () => {
      const { auditSample, seal } = await database.records()
      const sealed = { where: { sealNumber: { not: null } }, orderBy: { sealNumber: 'desc' } } as const
      const last = await auditSample.findFirst(sealed)
      const chain = await seal.findFirst({ orderBy: { number: 'desc' } })
      return { number: last?.sealNumber ?? 0, head: last?.head ?? '', chainHead: chain?.head ?? '' }
    },
    seal: ({ id, rows, period, figure }, { by, number, statement, head, at }) =>
      database.transaction(async ({ records }) => {
        const { auditSample, auditSampleRow } = records
        // The statement lacks a result that was written since its rows were read.
        const { _sum: written } = await auditSampleRow.aggregate({ where: { sampleId: id }, _sum: { revision: true } })
        if ((written.revision ?? 0) !== rows.reduce((sum, { revision }) => sum + revision, 0)) return false
        const { _max: last } = await auditSample.aggregate({ _max: { sealNumber: true } })
        if (number !== (last.sealNumber ?? 0) + 1) return false
        const sealed = { sealedAt: new Date(at), sealedById: by.id, sealedBy: by.name }
        const data = { sealNumber: number, statement, head, ...sealed }
        if ((await auditSample.updateMany({ where: { id, sealNumber: null }, data })).count !== 1) return false
        const details = { figure, number }
        await addAuditEntry(records, { act: 'sample-sealed', at, subject: period, details })
        return true
      }),
  }
}

function drawnRow(sampleId: string, { number, drawn: drawnItem }: AuditSample['rows'][number]) {
  const { key = null, label = null, places = [], salt = null } = drawnItem ?? {}
  return { sampleId, number, key, label, places: JSON.stringify(places), salt }
}

const isRegister = (register: string): register is RegisterId => REGISTER_IDS.some((id) => id === register)

/** The documents of rows: attached files, pages that the watcher stored, and the row of the imported file. */
async function documentsOf(database: QueryDatabase, places: readonly RowPlace[]): Promise<readonly ReviewedDocument[]> {
  const documents: ReviewedDocument[] = []
  for (const { register, key } of places) {
    if (register === 'policy-proofs') documents.push(...(await pageOf(database, key)))
    else if (isRegister(register)) documents.push(...(await documentsOfRow(database, register, key)))
  }
  return documents
}

const attachment = (fileName: string, digest: string): ReviewedDocument => {
  return { kind: 'attachment', fileName, digest, rowNumber: null }
}

/** The latest reading of the page by the watcher, whose bytes are stored under their digest. */
async function pageOf(database: QueryDatabase, key: string): Promise<readonly ReviewedDocument[]> {
  const [surfaceId = '', language = ''] = JSON.parse(key) as string[]
  const { policyProof } = await database.records()
  const where = { surfaceId, language, digest: { not: null } }
  const proof = await policyProof.findFirst({ where, orderBy: { at: 'desc' } })
  return proof ? [attachment(proof.url, proof.digest ?? '')] : []
}

async function documentsOfRow(
  database: QueryDatabase,
  register: RegisterId,
  key: string,
): Promise<readonly ReviewedDocument[]> {
  const { evidenceAttachment } = await database.records()
  const where = { register, key, withdrawnAt: null }
  const attached = await evidenceAttachment.findMany({ where, orderBy: [{ attachedAt: 'asc' }, { id: 'asc' }] })
  const documents = attached.map(({ fileName, digest }) => attachment(fileName, digest))
  const origin = (await findRow(database.query, register, key))?.origin
  if (!origin) return documents
  const { fileName, digest, rowNumber } = origin
  return [...documents, { kind: 'import', fileName, digest, rowNumber }]
}
