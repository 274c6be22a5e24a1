import type { Sql } from '../engine/sqlite/sql.ts'
import type { Removed } from './deletion-proof.ts'
import { CHUNK, type DueDeletion, dayBefore } from './due-deletion.ts'

/** The case stays, without what was written in it and by whom. */
const caseTexts: DueDeletion = {
  rule: 'case-texts',
  remove: (sql, today) => {
    const due = sql<{ id: string }>(
      `SELECT id FROM rights_case WHERE closed_on <= ? AND code_hash IS NOT NULL LIMIT ${CHUNK}`,
    ).all(dayBefore(today, 'case-texts'))
    const ids = JSON.stringify(due.map(({ id }) => id))
    sql(`UPDATE rights_case SET contact_sealed = NULL, code_hash = NULL
      WHERE id IN (SELECT value FROM json_each(@ids))`).run({ ids })
    const texts = sql('DELETE FROM rights_message WHERE case_id IN (SELECT value FROM json_each(@ids))').run({ ids })
    return { ...removeCaseLetters(sql, ids), rights_message: texts.changes }
  },
}

/** All that was mailed or was to be mailed to the addresses of cases; `ids` is a JSON list. */
function removeCaseLetters(sql: Sql, ids: string): Removed {
  const remove = (table: string, which: string) => sql(`DELETE FROM ${table} WHERE ${which}`).run({ ids }).changes
  const theirs = `recipient_kind = 'rights-case' AND recipient_id IN (SELECT value FROM json_each(@ids))`
  return {
    delivery: remove('delivery', `letter_id IN (SELECT id FROM letter WHERE ${theirs})`),
    letter: remove('letter', theirs),
    mailed_code: remove('mailed_code', 'case_id IN (SELECT value FROM json_each(@ids))'),
  }
}

/** Its case becomes one that is answered by the case code alone. */
const unconfirmedAddresses: DueDeletion = {
  rule: 'unconfirmed-address',
  remove: (sql, today) => {
    const due = sql<{ id: string }>(`SELECT id FROM rights_case
      WHERE status = 'received' AND contact_sealed IS NOT NULL AND coalesce(recorded_on, received_on) <= ? LIMIT ${CHUNK}`).all(
      dayBefore(today, 'unconfirmed-address'),
    )
    const ids = JSON.stringify(due.map(({ id }) => id))
    const dropped = sql(`UPDATE rights_case SET contact_sealed = NULL, anonymous = 1, address_dropped_on = @day
      WHERE id IN (SELECT value FROM json_each(@ids))`).run({ ids, day: today.day })
    return { ...removeCaseLetters(sql, ids), rights_case: dropped.changes }
  },
}

/** The report stays, without what was written in it and by whom. */
const reportTexts: DueDeletion = {
  rule: 'report-texts',
  remove: (sql, today) => {
    const due = sql<{ id: string }>(
      `SELECT id FROM whistle_report WHERE closed_on <= ? AND code_hash IS NOT NULL LIMIT ${CHUNK}`,
    ).all(dayBefore(today, 'report-texts'))
    const ids = JSON.stringify(due.map(({ id }) => id))
    sql(`UPDATE whistle_report SET reporter_contact_sealed = NULL, code_hash = NULL
      WHERE id IN (SELECT value FROM json_each(@ids))`).run({ ids })
    const texts = sql('DELETE FROM whistle_message WHERE report_id IN (SELECT value FROM json_each(@ids))').run({ ids })
    return { whistle_message: texts.changes }
  },
}

/** What is left of a case some years after it was closed. */
const records = (rule: 'case-record' | 'report-record', table: 'rights_case' | 'whistle_report'): DueDeletion => ({
  rule,
  remove: (sql, today) => ({
    [table]: sql(`DELETE FROM ${table} WHERE id IN
      (SELECT id FROM ${table} WHERE closed_on <= ? LIMIT ${CHUNK})`).run(dayBefore(today, rule)).changes,
  }),
})

/** What people asked, complained of and reported. */
export const CASE_DELETIONS: readonly DueDeletion[] = [
  unconfirmedAddresses,
  caseTexts,
  records('case-record', 'rights_case'),
  reportTexts,
  records('report-record', 'whistle_report'),
]
