import type { Query } from '@wayproof/database/query/query'
import type { Removed } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { CHUNK, type DueDeletion, dayBefore, deleteListed, idsOf } from './due-deletion.ts'

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
export const CASE_DELETIONS: readonly DueDeletion[] = [
  unconfirmedAddresses,
  caseTexts,
  records('case-record', 'rights_case'),
  reportTexts,
  records('report-record', 'whistle_report'),
]
