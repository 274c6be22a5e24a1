import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'

/**
 * SQL: the strength of a reason. An objection follows a traveler to the next address, a bounce does not; an erased
 * address is never imported again.
 */
const strength = (reason: string) => `CASE ${reason} WHEN 'bounced' THEN 0 WHEN 'erased' THEN 2 ELSE 1 END`

/** SQL condition: a reason is an objection. */
export const isObjection = (reason: string): string => `${strength(reason)} = 1`

/**
 * SQL: the end of an INSERT, by which a stronger reason replaces a weaker one. An objection that an officer
 * recorded replaces an unsubscribe, which its reader may take back.
 */
export const STRONGEST_STAYS = `ON CONFLICT (email_key) DO UPDATE SET reason = excluded.reason, at = excluded.at
  WHERE ${strength('excluded.reason')} > ${strength('suppression.reason')}
    OR suppression.reason = 'unsubscribed' AND excluded.reason = 'objected'`

const SUPPRESS = `INSERT INTO suppression (email_key, reason, at) VALUES (@emailKey, @reason, @at) ${STRONGEST_STAYS}`

/** Suppresses the address of a keyed hash, known or not. A stronger reason replaces a weaker one. */
export async function suppressAddress(
  query: Query,
  emailKey: Uint8Array,
  reason: SuppressionReason,
  at: Instant,
): Promise<void> {
  await query.run(SUPPRESS, { emailKey, reason, at: new Date(at) })
}

/** Takes back an unsubscribe; returns 0 if there is none. */
export async function undoUnsubscribe(query: Query, emailKey: Uint8Array): Promise<number> {
  return query.run(`DELETE FROM suppression WHERE email_key = @emailKey AND reason = 'unsubscribed'`, { emailKey })
}

/** Why an address gets no more letters: its reader objected or was erased, or the mailbox does not exist. */
export type SuppressionReason = 'unsubscribed' | 'complained' | 'objected' | 'bounced' | 'erased'
