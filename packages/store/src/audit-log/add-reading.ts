import type { NewAuditEntry } from '@wayproof/oversight/audit-log'
import type { RecordDatabase } from '../engine/record-database.ts'
import type { Prisma } from '../generated/client.ts'
import { actingUser } from './acting-user.ts'
import { addAuditEntry } from './add-audit-entry.ts'

/** A page that stays open asks for the same text again and again. */
const ONE_READING_MS = 10 * 60_000

/** Records that a user reads something, unless the log already says so for the last 10 minutes. */
export async function addReading(database: RecordDatabase, entry: NewAuditEntry): Promise<void> {
  // Most readings are recorded already, and need no lock.
  if (await isRecorded(await database.records(), entry)) return
  await database.transaction(async ({ records }) => {
    if (!(await isRecorded(records, entry))) await addAuditEntry(records, entry)
  })
}

async function isRecorded(
  { auditEntry }: Prisma.TransactionClient,
  { act, at, subject = '' }: NewAuditEntry,
): Promise<boolean> {
  const actorId = actingUser()?.userId ?? null
  const since = { gt: new Date(at - ONE_READING_MS) }
  return (await auditEntry.findFirst({ where: { act, subject, actorId, at: since } })) !== null
}
