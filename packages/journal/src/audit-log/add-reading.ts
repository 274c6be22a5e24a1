import type { Prisma } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { actingUser } from './acting-user.ts'
import { addAuditEntry } from './add-audit-entry.ts'
import type { NewAuditEntry } from './ports.ts'

const MINUTE_MS = 60_000

/** A page that stays open asks for the same text again and again. */
export const ONE_READING_MS = 10 * MINUTE_MS

/** An outside system reads page after page. */
export const ONE_READING_BY_KEY_MS = 60 * MINUTE_MS

/** Records a reading, unless the log already has the same one of this actor within the last `within` milliseconds. */
export async function addReading(database: RecordDatabase, entry: NewAuditEntry, within: number): Promise<void> {
  // Most readings are recorded already, and need no lock.
  if (await isRecorded(await database.records(), entry, within)) return
  await database.transaction(({ records }) => addUnlessRecorded(records, entry, within))
}

/** For a transaction: adds an entry, unless the log already has the same one of this actor. */
export async function addUnlessRecorded(
  records: Prisma.TransactionClient,
  entry: NewAuditEntry,
  within: number,
): Promise<void> {
  if (!(await isRecorded(records, entry, within))) await addAuditEntry(records, entry)
}

async function isRecorded(
  { auditEntry }: Prisma.TransactionClient,
  { act, at, subject = '' }: NewAuditEntry,
  within: number,
): Promise<boolean> {
  const actorId = actingUser()?.actorId ?? null
  return (await auditEntry.findFirst({ where: { act, subject, actorId, at: { gt: new Date(at - within) } } })) !== null
}
