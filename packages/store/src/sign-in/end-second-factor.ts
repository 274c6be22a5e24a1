import type { Id } from '@wayproof/kernel'
import type { Sql } from '../engine/sql.ts'

/** Inside a transaction: from then on the password alone signs the user in. */
export function endSecondFactor(sql: Sql, userId: Id): void {
  sql('DELETE FROM two_factor WHERE user_id = ?').run(userId)
  sql('UPDATE user SET two_factor_enabled = 0 WHERE id = ?').run(userId)
}
