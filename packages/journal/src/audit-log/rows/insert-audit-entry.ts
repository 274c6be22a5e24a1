import type { Query } from '@wayproof/database/query/query'
import { actingUser } from '../acting-user.ts'
import { entryColumns } from '../add-audit-entry.ts'
import type { NewAuditEntry } from '../ports.ts'

const INSERT = `INSERT INTO audit_entry (at, actor_id, act, subject, details)
  VALUES (@at, @actorId, @act, @subject, @details)`

/** Like `addAuditEntry`, for a transaction that changes rows with SQL. */
export async function insertAuditEntry(query: Query, entry: NewAuditEntry): Promise<void> {
  const { at, ...columns } = entryColumns(entry)
  await query.run(INSERT, { ...columns, at: new Date(at) })
}

/** Like `addUserAct`, for a transaction that changes rows with SQL. */
export async function insertUserAct(query: Query, entry: Omit<NewAuditEntry, 'at'>): Promise<void> {
  const acting = actingUser()
  if (acting) await insertAuditEntry(query, { ...entry, at: acting.at })
}
