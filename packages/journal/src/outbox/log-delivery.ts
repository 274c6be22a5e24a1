import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query, Statement } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import { letterMoment } from './letter-moment.ts'
import type { RefusalCause } from './refusal-cause.ts'

/** An event of a letter: a server accepted or refused it, or it was returned. */
export interface LoggedDelivery {
  readonly letterId: string
  readonly outcome: string
  readonly reply: string
  /** The reason why a server refused or returned it; null for other events. */
  readonly cause: RefusalCause | null
  readonly at: Instant
}

const INSERT: Statement = (
  dialect,
) => `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply, cause)
  SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts,
    ${letterMoment(dialect, '@at')}, @outcome, @reply, CAST(@cause AS TEXT)
  FROM letter WHERE id = @letterId`

/** Adds a delivery record to a letter; false if there is no such letter. */
export const logDelivery = async (query: Query, { at, ...delivery }: LoggedDelivery): Promise<boolean> =>
  (await query.run(INSERT, { ...delivery, at: new Date(at) })) === 1

/**
 * Records that letters of waves (`@ids`) were not sent, with the reason in their mark; no mail server was asked. A
 * letter about a request gets no record.
 */
export const LOG_SUPPRESSION = (
  dialect: Dialect,
): string => `INSERT INTO delivery (letter_id, number, attempt, at, outcome,
    smtp_reply)
  SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts,
    ${letterMoment(dialect, '@at')}, 'suppressed', coalesce(reason, '')
  FROM letter WHERE ${dialect.oneOf('id', '@ids')} AND wave_id IS NOT NULL`

export async function logSuppression(query: Query, letterId: string, at: Instant): Promise<void> {
  await query.run(LOG_SUPPRESSION, { ids: [letterId], at: new Date(at) })
}
