import { createHash } from 'node:crypto'
import type { Attachment, AttachmentStore, NewAttachment, RegisterId, StoredEvidence } from '@wayproof/evidence'
import { fail, type Id, ok } from '@wayproof/kernel'
import { userName } from '../accounts/user-name.ts'
import type { Database } from '../engine/database.ts'
import { findRow } from './find-row.ts'
import { dropLooseFiles } from './loose-files.ts'

const PIECE = 256 * 1024
/** Pieces a transaction: a few milliseconds of lock. */
const PIECES_AT_ONCE = 4

const LIST = `SELECT id, file_name AS fileName, type, size, digest, source, attached_at AS attachedAt,
    ${userName('attached_by')} AS attachedBy, withdrawn_at AS withdrawnAt, ${userName('withdrawn_by')} AS withdrawnBy,
    withdrawn_reason AS withdrawnReason
  FROM evidence_attachment WHERE register = ? AND key = ? ORDER BY attached_at, rowid`

type ListedAttachment = Omit<Attachment, 'withdrawn'> & {
  readonly withdrawnAt: number | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string | null
}

/** Files that prove rows, in the database itself: one backup holds rows and proof, and one deletion takes both. */
export function attachmentStore(database: Database): AttachmentStore {
  return {
    list: async (register, key) => database.read<ListedAttachment>(LIST).all(register, key).map(shown),
    attach: (attachment) => attach(database, attachment),
    open: async (id) => openEvidence(database, id),
    registerOf: async (id) =>
      database.read<{ register: RegisterId }>('SELECT register FROM evidence_attachment WHERE id = ?').get(id)
        ?.register ?? null,
    withdraw: (id, { at, by, reason }) =>
      database.write((sql) => {
        const file = sql<{ digest: string }>('SELECT digest FROM evidence_attachment WHERE id = ?').get(id)
        const { changes } = sql(
          `UPDATE evidence_attachment SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, file_digest = NULL
           WHERE id = ? AND withdrawn_at IS NULL`,
        ).run(at, by, reason, id)
        if (changes === 0 || !file) return fail('evidence-unknown')
        sql(`DELETE FROM evidence_file WHERE digest = @digest
          AND NOT EXISTS (SELECT 1 FROM evidence_attachment WHERE file_digest = @digest)`).run(file)
        return ok(null)
      }),
  }
}

function shown({ withdrawnAt, withdrawnBy, withdrawnReason, ...attachment }: ListedAttachment): Attachment {
  const withdrawn =
    withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawnReason ?? '' }
  return { ...attachment, withdrawn }
}

/** The bytes come first, some at a time; the attachment makes them count. What stays without one goes later. */
async function attach(database: Database, { bytes, register, key, ...attachment }: NewAttachment) {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const { type, at } = attachment
  await database.write((sql) => {
    dropLooseFiles(sql, at)
    sql(`INSERT INTO evidence_file (digest, type, size, arrived_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (digest) DO UPDATE SET arrived_at = excluded.arrived_at`).run(digest, type, bytes.length, at)
  })
  for (let from = 0; from < bytes.length; from += PIECE * PIECES_AT_ONCE) {
    await database.write((sql) => {
      const insert = sql('INSERT INTO evidence_piece (digest, number, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      for (let at = from; at < Math.min(bytes.length, from + PIECE * PIECES_AT_ONCE); at += PIECE)
        insert.run(digest, at / PIECE, bytes.subarray(at, at + PIECE))
    })
  }
  return database.write((sql) => {
    if (!findRow(sql, register, key)) return fail('row-unknown')
    const twice = sql(`SELECT 1 FROM evidence_attachment
      WHERE register = ? AND key = ? AND digest = ? AND withdrawn_at IS NULL`).get(register, key, digest)
    if (twice) return fail('evidence-twice')
    sql(`INSERT INTO evidence_attachment
        (id, register, key, digest, file_digest, file_name, type, size, source, attached_at, attached_by)
      VALUES (@id, @register, @key, @digest, @digest, @fileName, @type, @size, @source, @at, @by)`).run({
      ...attachment,
      register,
      key,
      digest,
      size: bytes.length,
    })
    return ok(null)
  })
}

function openEvidence(database: Database, id: Id): StoredEvidence | null {
  const file = database
    .read<Omit<StoredEvidence, 'pieces'>>(
      `SELECT register, file_name AS fileName, type, size, digest FROM evidence_attachment
       WHERE id = ? AND file_digest IS NOT NULL`,
    )
    .get(id)
  return file ? { ...file, pieces: piecesOf(database, file.digest) } : null
}

function* piecesOf(database: Database, digest: string): Generator<Uint8Array> {
  const piece = database.read<{ bytes: Uint8Array }>('SELECT bytes FROM evidence_piece WHERE digest = ? AND number = ?')
  for (let number = 0; ; number += 1) {
    const found = piece.get(digest, number)
    if (!found) return
    yield found.bytes
  }
}
