import type { Instant } from '@wayproof/kernel'
import type { RefusalCause } from '@wayproof/letters/refusals'
import type { Query, Statement } from '../engine/query/query.ts'
import { letterMoment } from './letter-moment.ts'

/** What became known of a letter: that a server took or refused it, or what came back. */
export interface LoggedDelivery {
  readonly letterId: string
  readonly outcome: string
  readonly reply: string
  /** Why a server refused it or sent it back; null where it did not. */
  readonly cause: RefusalCause | null
  readonly at: Instant
}

const INSERT: Statement = (
  dialect,
) => `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply, cause)
  SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts,
    ${letterMoment(dialect, '@at')}, @outcome, @reply, CAST(@cause AS TEXT)
  FROM letter WHERE id = @letterId`

/** Adds a row to the ledger of a letter; false when there is no such letter. */
export const logDelivery = async (query: Query, { at, ...delivery }: LoggedDelivery): Promise<boolean> =>
  (await query.run(INSERT, { ...delivery, at: new Date(at) })) === 1

const MARKED = 'SELECT reason FROM letter WHERE id = @letterId AND wave_id IS NOT NULL'

/**
 * Logs that a letter of a wave was not sent any more, with the reason that it was marked with: no mail server was asked. One
 * about a request leaves no trace but its state.
 */
export async function logSuppression(query: Query, letterId: string, at: Instant): Promise<void> {
  const letter = await query.get<{ reason: string | null }>(MARKED, { letterId })
  if (letter) await logDelivery(query, { letterId, outcome: 'suppressed', reply: letter.reason ?? '', cause: null, at })
}
