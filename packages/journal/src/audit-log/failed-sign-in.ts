import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Instant } from '@wayproof/kernel/clock'
import { detailsOf } from './entry-details.ts'

export const MINUTE_MS = 60_000

/** Counts the failed sign-ins of a minute in one entry, so that strangers cannot fill the log. */
export const addFailedSignIn = (database: RecordDatabase, now: Instant): Promise<void> =>
  database.transaction(async ({ records: { auditEntry } }) => {
    const minute = { act: 'sign-in-failed', at: new Date(now - (now % MINUTE_MS)) }
    const counted = await auditEntry.findFirst({ where: { ...minute, number: null } })
    const count = Number(detailsOf(counted?.details ?? '{}').count ?? 0) + 1
    const details = JSON.stringify({ count })
    if (counted) await auditEntry.update({ where: { id: counted.id }, data: { details } })
    else await auditEntry.create({ data: { ...minute, subject: '', details } })
  })
