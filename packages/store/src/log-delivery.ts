import type { Instant } from '@wayproof/kernel'
import { keptMoment } from './letter-moment.ts'
import type { Sql } from './sqlite/sql.ts'

/** What became known of a letter: that a server took or refused it, or what came back. */
export interface LoggedDelivery {
  readonly letterId: string
  readonly outcome: string
  readonly reply: string
  readonly at: Instant
}

/** Adds a row to the ledger of a letter; false when there is no such letter. */
export function logDelivery(sql: Sql, { letterId, outcome, reply, at }: LoggedDelivery): boolean {
  return (
    sql(`INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply)
      SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts,
        ${keptMoment('@at')}, @outcome, @reply
      FROM letter WHERE id = @letterId`).run({ at, outcome, reply, letterId }).changes === 1
  )
}
