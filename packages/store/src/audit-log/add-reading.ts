import type { NewAuditEntry } from '@wayproof/oversight/audit-log'
import type { RecordDatabase } from '../engine/record-database.ts'
import { actingUser } from './acting-user.ts'
import { addAuditEntry } from './add-audit-entry.ts'

/** A page that stays open asks for the same text again and again. */
const ONE_READING_MS = 10 * 60_000

/** Records that a user reads something, unless the log already says so for the last 10 minutes. */
export const addReading = (database: RecordDatabase, entry: NewAuditEntry): Promise<void> =>
  database.transaction(async ({ records }) => {
    const { act, at, subject = '' } = entry
    const actorId = actingUser()?.userId ?? null
    const since = { gt: new Date(at - ONE_READING_MS) }
    if (await records.auditEntry.findFirst({ where: { act, subject, actorId, at: since } })) return
    await addAuditEntry(records, entry)
  })
