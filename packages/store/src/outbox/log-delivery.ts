import type { Instant } from '@wayproof/kernel'
import type { RefusalCause } from '@wayproof/letters/refusals'
import type { Sql } from '../engine/sqlite/sql.ts'
import { keptMoment } from './letter-moment.ts'

/** What became known of a letter: that a server took or refused it, or what came back. */
export interface LoggedDelivery {
  readonly letterId: string
  readonly outcome: string
  readonly reply: string
  /** Why a server refused it or sent it back; null where it did not. */
  readonly cause: RefusalCause | null
  readonly at: Instant
}

/** Adds a row to the ledger of a letter; false when there is no such letter. */
export function logDelivery(sql: Sql, { letterId, outcome, reply, cause, at }: LoggedDelivery): boolean {
  return (
    sql(`INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply, cause)
      SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts,
        ${keptMoment('@at')}, @outcome, @reply, @cause
      FROM letter WHERE id = @letterId`).run({ at, outcome, reply, cause, letterId }).changes === 1
  )
}

/**
 * Logs that a letter of a wave was not sent any more, with the reason that it was marked with: no mail server was asked. One
 * about a request leaves no trace but its state.
 */
export function logSuppression(sql: Sql, letterId: string, at: Instant): void {
  const marked = sql<{ reason: string | null }>('SELECT reason FROM letter WHERE id = ? AND wave_id IS NOT NULL')
  const letter = marked.get(letterId)
  if (letter) logDelivery(sql, { letterId, outcome: 'suppressed', reply: letter.reason ?? '', cause: null, at })
}
