import type { Fault, Id, Instant } from '@wayproof/kernel'
import { confirmedUser } from '../appointments/confirmed-user.ts'
import type { Sql } from '../engine/sql.ts'
import { revokeKeys } from './api-key-store.ts'
import type { UserRole } from './person.ts'

/** Inside a transaction: ends a user's sessions. Returns how many. */
export const endSessions = (sql: Sql, id: Id): number => sql('DELETE FROM session WHERE user_id = ?').run(id).changes

/** Inside a transaction: ends a user's sessions and API keys, and withdraws what waits for confirmation about them. */
export function endAccess(sql: Sql, id: Id, at: Instant): void {
  endSessions(sql, id)
  revokeKeys(sql, 'created_by_id', id, at)
  sql('DELETE FROM appointment WHERE user_id = ? AND confirmed_at IS NULL').run(id)
}

const OTHER_OFFICER = `SELECT 1 FROM user WHERE role = 'officer' AND id <> ? AND ${confirmedUser('user')}`

/** Inside a transaction: `last-officer` where no confirmed officer would be left beside this user. */
export function lastOfficerFault(sql: Sql, { id, role }: { readonly id: Id; readonly role: UserRole }): Fault | null {
  return role === 'officer' && !sql(OTHER_OFFICER).get(id) ? { code: 'last-officer' } : null
}
