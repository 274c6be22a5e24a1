import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { wentOut } from '@wayproof/journal/outbox/ended-letter'
import { logDelivery } from '@wayproof/journal/outbox/log-delivery'
import type { SuppressionReason } from '@wayproof/journal/outbox/suppress-address'
import { suppressAddress } from '@wayproof/journal/outbox/suppress-address'
import type { Instant } from '@wayproof/kernel/clock'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import { isForgotten, isReminder } from '@wayproof/survey/reminders/reminder-kind'
import { letterInPlaceOf } from '@wayproof/survey/reminders/reminder-letter'
import { hideReturn } from '@wayproof/survey/unlinking/returned-letters'
import type { MailReport } from '../bounces/mail-report.ts'
import type { MailReportPorts } from '../bounces/process-mail-report.ts'

const STATES = { hard: 'bounced', complaint: 'complained' } as const

const KNOWN = `SELECT CASE WHEN ${isReminder('letter')} THEN 1 ELSE 0 END AS isReminder
  FROM letter WHERE id = @letterId AND NOT ${isForgotten('letter')}`

const UNLINKED = `SELECT unlinked_at AS at FROM letter JOIN wave ON wave.id = letter.wave_id WHERE letter.id = @id`

const SOFT_BOUNCED = `SELECT 1 FROM delivery WHERE letter_id = @id AND outcome = 'soft-bounced'`

/** A letter may be returned before it is marked as sent, and one in a folder may have been sent by other means. */
const END = `UPDATE letter SET state = @state, reason = CAST(@detail AS TEXT), lease_until = NULL
  WHERE id = @id AND (${wentOut('letter')} OR state = 'queued' AND (attempts > 0 OR lease_until IS NOT NULL))`

/** Marks reported letters, see MailReportPorts. */
export function reportMarks(
  database: QueryDatabase,
  { keyring }: { readonly keyring: Keyring },
): MailReportPorts['markReported'] {
  return (report, now) =>
    database.write(async (query) => {
      const { kind, cause, detail, letter } = report
      const { letterId, addressMark } = letter
      const storedLetter = await query.get<{ isReminder: 0 | 1 }>(KNOWN, { letterId })
      const id = storedLetter ? letterId : await letterInPlaceOf(query, keyring, letter, now)
      if (id === null) return false
      const about = { letterId: id, addressMark }
      // Null unless the letter's wave is unlinked.
      const unlinkedAt = (await query.get<{ at: Instant | null }>(UNLINKED, { id }))?.at ?? null
      // A reminder that comes back leaves no trace: the next invitation to the address comes back again.
      const isTraceless = kind === 'hard' && storedLetter?.isReminder !== 0
      if (isTraceless && (unlinkedAt !== null || !storedLetter)) return true
      if (unlinkedAt !== null) return kind !== 'soft' && (await markUnlinked(query, about, STATES[kind], unlinkedAt))
      const log = (outcome: string) => logDelivery(query, { letterId: id, outcome, reply: detail, cause, at: now })
      if (kind === 'soft') return (await query.get(SOFT_BOUNCED, { id })) === undefined && (await log('soft-bounced'))
      const state = STATES[kind]
      if ((await query.run(END, { id, state, detail })) === 0) return false
      await log(state)
      if (!isTraceless) await stopWriting(query, about, state, now)
      return true
    })
}

const WRITTEN = `SELECT 1 FROM letter WHERE id = @letterId AND state = 'written'`

const uncount = (column: 'written_count' | 'delivered_count') =>
  `UPDATE wave SET ${column} = ${column} - 1 WHERE id = (SELECT wave_id FROM letter WHERE id = @letterId)`

/**
 * Records a report about a letter of an unlinked wave as if it had arrived before the unlinking, because it most likely
 * concerns a reminder. The moment of a soft bounce alone would reveal that, so it is not recorded.
 */
async function markUnlinked(
  query: Query,
  about: MailReport['letter'],
  state: 'bounced' | 'complained',
  unlinkedAt: Instant,
): Promise<boolean> {
  const { letterId } = about
  const column = (await query.get(WRITTEN, { letterId })) ? 'written_count' : 'delivered_count'
  if ((await query.run(END, { id: letterId, state, detail: null })) === 0) return false
  await hideReturn(query, letterId, unlinkedAt)
  if (state === 'bounced') await query.run(uncount(column), { letterId })
  await stopWriting(query, about, state, unlinkedAt)
  return true
}

const RECIPIENT: Statement = ({ jsonField }) =>
  `SELECT email_key AS emailKey, ${jsonField('letter.data', 'invitationId')} AS invitationId FROM letter
   JOIN traveler ON traveler.id = letter.recipient_id WHERE letter.id = @letterId AND recipient_kind = 'traveler'`

// The generation of an unlinked wave is null and stays null.
const REVOKE: Statement = ({ least }) =>
  `UPDATE invitation SET generation = ${least('generation + 1', '255')} WHERE id = @invitationId`

/** Suppresses the address and revokes the link, unless the traveler has changed the address. */
async function stopWriting(
  query: Query,
  { letterId, addressMark }: MailReport['letter'],
  reason: SuppressionReason,
  now: Instant,
): Promise<void> {
  const recipient = await query.get<{ emailKey: Uint8Array; invitationId: string }>(RECIPIENT, { letterId })
  if (!recipient || !equalBytes(recipient.emailKey.subarray(0, addressMark.length), addressMark)) return
  const { emailKey, invitationId } = recipient
  await suppressAddress(query, emailKey, reason, now)
  await query.run('DELETE FROM draft WHERE invitation_id = @invitationId', { invitationId })
  await query.run(REVOKE, { invitationId })
}
