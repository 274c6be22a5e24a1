import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { CHUNK, type DueDeletion, momentBefore } from './due-deletion.ts'

const KEPT = 'SELECT min(number) FROM audit_entry WHERE number IS NOT NULL AND at > @before'

const LAST_DUE = `SELECT number, hash FROM audit_entry
  WHERE number <= (SELECT anchor_number + ${CHUNK} FROM audit_chain) AND number < coalesce((${KEPT}), 2147483647)
  ORDER BY number DESC LIMIT 1`

/**
 * Deletes the oldest entries of the audit log. The last deleted one becomes the anchor, which proves the rest. A new entry
 * names the anchor, so that nobody can cut off the start of the chain unnoticed.
 */
export const auditEntries: DueDeletion = {
  rule: 'audit-entry',
  remove: async (query, today) => {
    const last = await query.get<{ number: number; hash: string }>(LAST_DUE, {
      before: momentBefore(today, 'audit-entry'),
    })
    if (!last) return {}
    await query.run('UPDATE audit_chain SET anchor_number = @number, anchor_hash = @hash', last)
    const { number } = last
    const count = await query.run('DELETE FROM audit_entry WHERE number <= @number', { number })
    await insertAuditEntry(query, { act: 'entries-deleted', at: today.now, details: { count, ...last } })
    return { audit_entry: count }
  },
}
