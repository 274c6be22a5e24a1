import type { Instant } from '@wayproof/kernel'
import { equalBytes, type Keyring } from '@wayproof/kernel/keyring'
import type { MailReport, MailReportPorts } from '@wayproof/letters'
import type { SuppressionReason } from '@wayproof/survey'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { isForgotten } from '../reminders/reminder-kind.ts'
import { letterInPlaceOf } from '../reminders/reminder-letter.ts'
import { tellNoMore } from '../unlinking/came-back.ts'
import { wentOut } from './ended-letter.ts'
import { logDelivery } from './log-delivery.ts'
import { suppressAddress } from './suppress-address.ts'

const STATES = { hard: 'bounced', complaint: 'complained' } as const

/** A letter may come back before its sender was told that it went out, and one in a folder may have been sent by other means. */
const ended = `UPDATE letter SET state = @state, reason = @detail, lease_until = NULL
  WHERE id = @id AND (${wentOut('letter')} OR state = 'queued' AND (attempts > 0 OR lease_until IS NOT NULL))`

/** What came back about letters, see MailReportPorts. */
export function reportMarks(
  database: SqliteDatabase,
  { keyring }: { readonly keyring: Keyring },
): MailReportPorts['markReported'] {
  return (report, now) =>
    database.write(async (sql) => {
      const { kind, cause, detail, letter } = report
      const known = sql(`SELECT 1 FROM letter WHERE id = ? AND NOT ${isForgotten('letter')}`).get(letter.letterId)
      const id = known ? letter.letterId : letterInPlaceOf(sql, keyring, letter, now)
      if (id === null) return false
      const about = { letterId: id, addressMark: letter.addressMark }
      const unlinkedAt = unlinkedSince(sql, id)
      if (unlinkedAt !== null) return kind !== 'soft' && (await markUnlinked(sql, about, STATES[kind], unlinkedAt))
      const log = (outcome: string) => logDelivery(sql, { letterId: id, outcome, reply: detail, cause, at: now })
      if (kind === 'soft') {
        const before = sql(`SELECT 1 FROM delivery WHERE letter_id = ? AND outcome = 'soft-bounced'`).get(id)
        return before === undefined && log('soft-bounced')
      }
      const state = STATES[kind]
      if (sql(ended).run({ id, state, detail }).changes === 0) return false
      log(state)
      stopWriting(sql, about, state, now)
      return true
    })
}

/** When the wave of a letter was unlinked; null for others. */
const unlinkedSince = (sql: Sql, letterId: string): Instant | null =>
  sql<{ at: Instant | null }>(
    'SELECT unlinked_at AS at FROM letter JOIN wave ON wave.id = letter.wave_id WHERE letter.id = ?',
  ).get(letterId)?.at ?? null

/**
 * The traces of a report about a letter of an unlinked wave are those of one that came before the unlinking: it is most
 * likely about a reminder. A soft bounce would tell that by its moment alone, and leaves none.
 */
async function markUnlinked(
  sql: Sql & Query,
  about: MailReport['letter'],
  state: 'bounced' | 'complained',
  unlinkedAt: Instant,
) {
  const { letterId } = about
  const counted = sql(`SELECT 1 FROM letter WHERE id = ? AND state = 'written'`).get(letterId) ? 'written' : 'delivered'
  if (sql(ended).run({ id: letterId, state, detail: null }).changes === 0) return false
  await tellNoMore(sql, letterId, unlinkedAt)
  if (state === 'bounced')
    sql(
      `UPDATE wave SET ${counted}_count = ${counted}_count - 1 WHERE id = (SELECT wave_id FROM letter WHERE id = ?)`,
    ).run(letterId)
  stopWriting(sql, about, state, unlinkedAt)
  return true
}

/** Suppresses the address and revokes the link, unless the traveler has another address by now. */
function stopWriting(sql: Sql, letter: MailReport['letter'], reason: SuppressionReason, now: Instant): void {
  const traveler = sql<{ email_key: Uint8Array; invitation_id: string }>(
    `SELECT email_key, letter.data ->> 'invitationId' AS invitation_id FROM letter
     JOIN traveler ON traveler.id = letter.recipient_id WHERE letter.id = ? AND recipient_kind = 'traveler'`,
  ).get(letter.letterId)
  if (!traveler || !equalBytes(traveler.email_key.subarray(0, letter.addressMark.length), letter.addressMark)) return
  suppressAddress(sql, traveler.email_key, reason, now)
  sql('DELETE FROM draft WHERE invitation_id = ?').run(traveler.invitation_id)
  // Null once the wave is unlinked, and stays so.
  sql('UPDATE invitation SET generation = min(generation + 1, 255) WHERE id = ?').run(traveler.invitation_id)
}
