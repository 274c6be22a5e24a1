import { createHash } from 'node:crypto'
import { userNames } from '@wayproof/accounts/accounts/user-name'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Attachment, AttachmentStore, NewAttachment, StoredEvidence } from '../attachments/ports.ts'
import type { RegisterId } from '../register.ts'
import { piecesOf, storePieces } from './evidence-pieces.ts'
import { findRow } from './find-row.ts'
import { dropLooseFiles } from './loose-files.ts'

/** Files attached to rows as proof. They are stored in the database, so that one backup and one deletion cover both. */
export function attachmentStore(database: QueryDatabase): AttachmentStore {
  return {
    list: (register, key) => listAttachments(database, register, key),
    attach: (attachment) => attach(database, attachment),
    open: async (id) => {
      const { evidenceAttachment } = await database.records()
      const file = await evidenceAttachment.findUnique({
        where: { id, fileDigest: { not: null } },
        select: { register: true, fileName: true, type: true, size: true, digest: true },
      })
      return (
        file && { ...recordOf<Omit<StoredEvidence, 'pieces'>>(file), pieces: piecesOf(database.query, file.digest) }
      )
    },
    registerOf: async (id) => {
      const { evidenceAttachment } = await database.records()
      const row = await evidenceAttachment.findUnique({ where: { id } })
      return row && recordOf<{ register: RegisterId }>(row).register
    },
    withdraw: (id, { at, by, reason }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const { evidenceAttachment, evidenceFile } = records
        const row = await evidenceAttachment.findUnique({ where: { id, withdrawnAt: null } })
        if (!row) return fail('evidence-unknown')
        const withdrawn = { withdrawnAt: new Date(at), withdrawnBy: by, withdrawnReason: reason, fileDigest: null }
        await evidenceAttachment.update({ where: { id }, data: withdrawn })
        await evidenceFile.deleteMany({ where: { digest: row.digest, attachments: { none: {} } } })
        const { register } = row
        await addAuditEntry(records, { act: 'evidence-withdrawn', at, subject: id, details: { register } })
        return ok(null)
      }),
  }
}

async function listAttachments(database: QueryDatabase, register: RegisterId, key: string): Promise<Attachment[]> {
  const records = await database.records()
  const rows = await records.evidenceAttachment.findMany({
    where: { register, key },
    orderBy: [{ attachedAt: 'asc' }, { id: 'asc' }],
    omit: { register: true, key: true, fileDigest: true },
  })
  const nameOf = await userNames(
    records,
    rows.flatMap(({ attachedBy, withdrawnBy }) => [attachedBy, withdrawnBy]),
  )
  return rows.map(({ withdrawnAt, withdrawnBy, withdrawnReason, ...attachment }) => ({
    ...recordOf<Omit<Attachment, 'withdrawn'>>({ ...attachment, attachedBy: nameOf(attachment.attachedBy) }),
    withdrawn: withdrawnAt && {
      at: withdrawnAt.getTime(),
      by: nameOf(withdrawnBy ?? ''),
      reason: withdrawnReason ?? '',
    },
  }))
}

/** Stores the bytes first; bytes without an attachment are deleted later. */
async function attach(
  database: QueryDatabase,
  { bytes, at, by, ...attachment }: NewAttachment,
): Promise<Outcome<null>> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const { register, key, type } = attachment
  const [arrivedAt, size] = [new Date(at), bytes.length]
  await database.transaction(async ({ records: { evidenceFile }, query }) => {
    await dropLooseFiles(query, at)
    await evidenceFile.upsert({ where: { digest }, create: { digest, type, size, arrivedAt }, update: { arrivedAt } })
  })
  await storePieces(database, digest, bytes)
  return database.transaction(async ({ records, query }): Promise<Outcome<null>> => {
    const { evidenceAttachment } = records
    await refuseBesideSample(query)
    if (!(await findRow(query, register, key))) return fail('row-unknown')
    const twice = await evidenceAttachment.findFirst({ where: { register, key, digest, withdrawnAt: null } })
    if (twice) return fail('evidence-twice')
    const stamp = { attachedAt: arrivedAt, attachedBy: by }
    await evidenceAttachment.create({ data: { ...attachment, ...stamp, size, digest, fileDigest: digest } })
    const { id } = attachment
    await addAuditEntry(records, { act: 'evidence-attached', at, subject: id, details: { register } })
    return ok(null)
  })
}
