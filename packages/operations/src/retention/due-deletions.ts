import type { Query } from '@wayproof/database/query/query'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Removed } from '@wayproof/journal/deletion-proofs/deletion-proof'
import type { RetentionRule } from '@wayproof/journal/deletion-proofs/retention-days'
import { isHiddenLetter } from '@wayproof/letters/outbox/hidden-letter'
import { removeTravelers } from '@wayproof/survey/travelers/remove-travelers'
import { CHUNK, type DueDeletion, dayBefore, deleteListed, idsOf, momentBefore } from './due-deletion.ts'
import { staff } from './due-staff.ts'

/** Deletes the texts of a case and the address of its sender; the case remains. */
const caseTexts: DueDeletion = {
  rule: 'case-texts',
  remove: async (query, today) => {
    const ids = await idsOf(
      query,
      `SELECT id FROM rights_case WHERE closed_on <= @before AND code_hash IS NOT NULL LIMIT ${CHUNK}`,
      { before: dayBefore(today, 'case-texts') },
    )
    await query.run(
      ({ oneOf }) => `UPDATE rights_case SET contact_sealed = NULL, code_hash = NULL WHERE ${oneOf('id', '@ids')}`,
      { ids },
    )
    const texts = await deleteListed(query, 'rights_message', 'case_id', ids)
    return { ...(await removeCaseLetters(query, ids)), rights_message: texts }
  },
}

const THEIRS = `recipient_kind = 'rights-case' AND recipient_id`

/** Deletes all letters to the addresses of cases, sent and waiting. */
async function removeCaseLetters(query: Query, ids: readonly string[]): Promise<Removed> {
  const deliveries = await query.run(
    ({ oneOf }) => `DELETE FROM delivery WHERE letter_id IN (SELECT id FROM letter WHERE ${oneOf(THEIRS, '@ids')})`,
    { ids },
  )
  return {
    delivery: deliveries,
    letter: await deleteListed(query, 'letter', THEIRS, ids),
    mailed_code: await deleteListed(query, 'mailed_code', 'case_id', ids),
  }
}

/** Deletes an unconfirmed address; the case continues, and its answer is read with the case code alone. */
const unconfirmedAddresses: DueDeletion = {
  rule: 'unconfirmed-address',
  remove: async (query, today) => {
    const ids = await idsOf(
      query,
      `SELECT id FROM rights_case
       WHERE status = 'received' AND contact_sealed IS NOT NULL AND coalesce(recorded_on, received_on) <= @before
       LIMIT ${CHUNK}`,
      { before: dayBefore(today, 'unconfirmed-address') },
    )
    const dropped = await query.run(
      ({ oneOf }) => `UPDATE rights_case SET contact_sealed = NULL, anonymous = TRUE, address_dropped_on = @day
        WHERE ${oneOf('id', '@ids')}`,
      { ids, day: today.day },
    )
    return { ...(await removeCaseLetters(query, ids)), rights_case: dropped }
  },
}

/** Deletes the texts of a report and the contact of its sender; the report remains. */
const reportTexts: DueDeletion = {
  rule: 'report-texts',
  remove: async (query, today) => {
    const ids = await idsOf(
      query,
      `SELECT id FROM whistle_report WHERE closed_on <= @before AND code_hash IS NOT NULL LIMIT ${CHUNK}`,
      { before: dayBefore(today, 'report-texts') },
    )
    await query.run(
      ({ oneOf }) =>
        `UPDATE whistle_report SET reporter_contact_sealed = NULL, code_hash = NULL WHERE ${oneOf('id', '@ids')}`,
      { ids },
    )
    return { whistle_message: await deleteListed(query, 'whistle_message', 'report_id', ids) }
  },
}

/** Deletes the rest of a case some years after it was closed. */
const records = (rule: 'case-record' | 'report-record', table: 'rights_case' | 'whistle_report'): DueDeletion => ({
  rule,
  remove: async (query, today) => ({
    [table]: await query.run(
      `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE closed_on <= @before LIMIT ${CHUNK})`,
      { before: dayBefore(today, rule) },
    ),
  }),
})

/** Rules for requests and complaints of people, and for reports of whistleblowers. */
const CASE_DELETIONS: readonly DueDeletion[] = [
  unconfirmedAddresses,
  caseTexts,
  records('case-record', 'rights_case'),
  reportTexts,
  records('report-record', 'whistle_report'),
]

const KEPT = 'SELECT min(number) FROM audit_entry WHERE number IS NOT NULL AND at > @before'

const LAST_DUE = `SELECT number, hash FROM audit_entry
  WHERE number <= (SELECT anchor_number + ${CHUNK} FROM audit_chain) AND number < coalesce((${KEPT}), 2147483647)
  ORDER BY number DESC LIMIT 1`

/**
 * Deletes the oldest entries of the audit log. The last deleted one becomes the anchor, which proves the rest. A new entry
 * names the anchor, so that nobody can cut off the start of the chain unnoticed.
 */
export const auditEntries: DueDeletion = {
  rule: 'audit-entry',
  remove: async (query, today) => {
    const last = await query.get<{ number: number; hash: string }>(LAST_DUE, {
      before: momentBefore(today, 'audit-entry'),
    })
    if (!last) return {}
    await query.run('UPDATE audit_chain SET anchor_number = @number, anchor_hash = @hash', last)
    const { number } = last
    const count = await query.run('DELETE FROM audit_entry WHERE number <= @number', { number })
    await insertAuditEntry(query, { act: 'entries-deleted', at: today.now, details: { count, ...last } })
    return { audit_entry: count }
  },
}

/** A row is due when its moment is as many days ago as the rule says. */
const byMoment = (rule: RetentionRule, moment: string, ...tables: readonly string[]): DueDeletion => ({
  rule,
  remove: async (query, today) => {
    const before = momentBefore(today, rule)
    const removed: Record<string, number> = {}
    for (const table of tables)
      removed[table] = await query.run(
        `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${moment} <= @before LIMIT ${CHUNK})`,
        { before },
      )
    return removed
  },
})

/** The moment is a number of milliseconds on either engine, because the sign-in library writes it. */
const calls: DueDeletion = {
  rule: 'last-call',
  remove: async (query, today) => ({
    rate_limit: await query.run(
      `DELETE FROM rate_limit WHERE id IN (SELECT id FROM rate_limit WHERE last_request <= @before LIMIT ${CHUNK})`,
      { before: momentBefore(today, 'last-call').getTime() },
    ),
    try_count: await query.run(
      `DELETE FROM try_count WHERE key IN (SELECT key FROM try_count WHERE day <= @day LIMIT ${CHUNK})`,
      { day: dayBefore(today, 'last-call') },
    ),
  }),
}

const TRAVELERS = `SELECT id FROM traveler WHERE last_trip < @month AND NOT EXISTS (
    SELECT 1 FROM wave JOIN invitation ON invitation.wave_id = wave.id
    WHERE wave.status <> 'unlinked' AND invitation.traveler_id = traveler.id)
  AND NOT EXISTS (SELECT 1 FROM wave_opening) LIMIT ${CHUNK}`

const travelers: DueDeletion = {
  rule: 'last-trip',
  remove: async (query, today) =>
    // The month counts from its last day.
    removeTravelers(query, await idsOf(query, TRAVELERS, { month: dayBefore(today, 'last-trip').slice(0, 7) })),
}

const DUE_WAVES = `SELECT id FROM wave WHERE status = 'unlinked' AND closed_at <= @before`

const rowsOfWaves = (table: string, key: string) => `DELETE FROM ${table} WHERE (${key}) IN
  (SELECT ${key} FROM ${table} WHERE wave_id IN (${DUE_WAVES}) LIMIT ${CHUNK})`

/** Marks the wave first, because its tallies can no longer be recounted without all of its answers. */
const ofWaves: DueDeletion = {
  rule: 'wave-close',
  remove: async (query, today) => {
    const before = momentBefore(today, 'wave-close')
    await query.run(
      `UPDATE wave SET answers_deleted_at = @now WHERE answers_deleted_at IS NULL AND id IN (${DUE_WAVES})`,
      { before, now: new Date(today.now) },
    )
    return {
      answer: await query.run(rowsOfWaves('answer', 'wave_id, key'), { before }),
      comment: await query.run(rowsOfWaves('comment', 'key'), { before }),
      invitation: await query.run(rowsOfWaves('invitation', 'id'), { before }),
    }
  },
}

const letters = (rule: 'letter' | 'hidden-letter', condition: string): DueDeletion => ({
  rule,
  remove: async (query, today) => {
    const ids = await idsOf(
      query,
      `SELECT id FROM letter WHERE COALESCE(sent_at, created_at) <= @before AND ${condition} AND NOT EXISTS (
        SELECT 1 FROM wave WHERE wave.id = letter.wave_id AND wave.status <> 'unlinked') LIMIT ${CHUNK}`,
      { before: momentBefore(today, rule) },
    )
    return {
      delivery: await deleteListed(query, 'delivery', 'letter_id', ids),
      letter: await deleteListed(query, 'letter', 'id', ids),
    }
  },
})

/** Every rule once; travelers first, because their invitations and letters are deleted with them. */
export const DUE_DELETIONS: readonly DueDeletion[] = [
  travelers,
  ofWaves,
  letters('letter', `NOT ${isHiddenLetter('letter')}`),
  letters('hidden-letter', isHiddenLetter('letter')),
  staff,
  ...CASE_DELETIONS,
  byMoment('session-expiry', 'expires_at', 'session'),
  byMoment('verification-expiry', 'expires_at', 'verification', 'mailed_code'),
  calls,
  byMoment('invitation-expiry', 'expires_at', 'user_invitation'),
  byMoment('reset-expiry', 'expires_at', 'password_reset'),
  auditEntries,
]
