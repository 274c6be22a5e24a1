import type { Instant } from '@wayproof/kernel'
import type { Sql } from '../engine/sqlite/sql.ts'

const HOUR_MS = 3_600_000

const ACCEPTED = `UPDATE mail_route SET accepted_at = @at
  WHERE id = 1 AND (accepted_at IS NULL OR abs(@at - accepted_at) >= ${HOUR_MS} OR accepted_at <= folder_chosen_at)`

/** Notes that a mail server accepted a letter: once an hour, and at once where a folder was chosen since. */
export function noteAccepted(sql: Sql, at: Instant): void {
  sql(ACCEPTED).run({ at })
}
