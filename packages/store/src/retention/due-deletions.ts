import { STAFF_REGISTERS } from '@wayproof/evidence'
import type { Instant } from '@wayproof/kernel'
import { STAFF_FIGURES } from '@wayproof/scorecard'
import type { Sql } from '../engine/sqlite/sql.ts'
import { dropLooseFilesOnSqlite } from '../registers/loose-files.ts'
import type { Removed } from './deletion-proof.ts'
import { CASE_DELETIONS } from './due-cases.ts'
import { CHUNK, type DueDeletion, dayBefore, type Today } from './due-deletion.ts'
import { removeTravelers } from './remove-travelers.ts'
import { RETENTION_DAYS, type RetentionRule } from './retention-days.ts'

const DAY_MS = 86_400_000

const before = ({ now }: Today, rule: RetentionRule): Instant => now - RETENTION_DAYS[rule] * DAY_MS

/** A row is due once its moment lies the rule's days back. */
const byMoment = (rule: RetentionRule, moment: string, ...tables: readonly string[]): DueDeletion => ({
  rule,
  remove: (sql, today) => {
    const remove = (table: string) =>
      sql(`DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${moment} <= ? LIMIT ${CHUNK})`)
    return Object.fromEntries(tables.map((table) => [table, remove(table).run(before(today, rule)).changes]))
  },
})

const travelers: DueDeletion = {
  rule: 'last-trip',
  remove: (sql, today) => {
    const due = sql<{ id: string }>(
      `SELECT id FROM traveler WHERE last_trip < ? AND NOT EXISTS (
         SELECT 1 FROM wave JOIN invitation ON invitation.wave_id = wave.id
         WHERE wave.status <> 'unlinked' AND invitation.traveler_id = traveler.id)
         AND NOT EXISTS (SELECT 1 FROM wave_opening) LIMIT ${CHUNK}`,
      // The month counts from its last day.
    ).all(dayBefore(today, 'last-trip').slice(0, 7))
    return removeTravelers(
      sql,
      due.map(({ id }) => id),
    )
  },
}

const dueWaves = `SELECT id FROM wave WHERE status = 'unlinked' AND closed_at <= @before`

/** Marks the wave first: with some of its answers gone its tallies can no longer be recounted. */
const ofWaves: DueDeletion = {
  rule: 'wave-close',
  remove: (sql, today) => {
    const when = { before: before(today, 'wave-close'), now: today.now }
    sql(`UPDATE wave SET answers_deleted_at = @now WHERE answers_deleted_at IS NULL AND id IN (${dueWaves})`).run(when)
    const remove = (table: string, key: string) =>
      sql(`DELETE FROM ${table} WHERE (${key}) IN
        (SELECT ${key} FROM ${table} WHERE wave_id IN (${dueWaves}) LIMIT ${CHUNK})`).run(when).changes
    return {
      answer: remove('answer', 'wave_id, key'),
      comment: remove('comment', 'key'),
      invitation: remove('invitation', 'id'),
    }
  },
}

const letters: DueDeletion = {
  rule: 'letter',
  remove: (sql, today) => {
    const due = sql<{ id: string }>(
      `SELECT id FROM letter WHERE COALESCE(sent_at, created_at) <= ? AND NOT EXISTS (
         SELECT 1 FROM wave WHERE wave.id = letter.wave_id AND wave.status <> 'unlinked') LIMIT ${CHUNK}`,
    ).all(before(today, 'letter'))
    const ids = JSON.stringify(due.map(({ id }) => id))
    const remove = (table: string, key: string) =>
      sql(`DELETE FROM ${table} WHERE ${key} IN (SELECT value FROM json_each(?))`).run(ids).changes
    return { delivery: remove('delivery', 'letter_id'), letter: remove('letter', 'id') }
  },
}

const STAFF_LIST = STAFF_REGISTERS.map((register) => `'${register}'`).join(', ')
const OF_STAFF = `register IN (${STAFF_LIST})`

/** What the history says of people whom the roster no longer knows. */
const forgetOthers = (sql: Sql, today: Today): number =>
  sql(`DELETE FROM register_change WHERE number IN (
    SELECT number FROM register_change WHERE ${OF_STAFF} AND at <= ? AND NOT EXISTS (
      SELECT 1 FROM staff_role WHERE staff_role.number = json_extract(key, '$[0]')) LIMIT ${CHUNK})`).run(
    before(today, 'employment-end'),
  ).changes

/** A drawn row keeps its number and result, a frame its digest; `numbers` is a JSON list. */
function forgetDrawn(sql: Sql, numbers: string): Removed {
  if (numbers === '[]') return {}
  const gone = 'IN (SELECT value FROM json_each(?))'
  const frames = sql(`UPDATE audit_sample SET frame = NULL
    WHERE figure IN (${STAFF_FIGURES.map((figure) => `'${figure}'`).join(', ')})
      AND EXISTS (SELECT 1 FROM json_each(frame) WHERE json_extract(value, '$[#-1]') ${gone})`).run(numbers)
  const rows = sql(`UPDATE audit_sample_row SET key = NULL, label = NULL, places = NULL, salt = NULL, note = NULL
    WHERE EXISTS (SELECT 1 FROM json_each(places) WHERE value ->> 'register' IN (${STAFF_LIST})
      AND json_extract(value ->> 'key', '$[0]') ${gone})`).run(numbers)
  return { audit_sample: frames.changes, audit_sample_row: rows.changes }
}

/** Frozen rows of people who go, and of people whom the roster no longer knows; `numbers` is a JSON list. */
function forgetMissing(sql: Sql, numbers: string, today: Today): number {
  const list = 'period, version, goal, list_period'
  const theirs = `SELECT ${list}, value FROM missing_list, json_each(?) WHERE goal = 'staff-training'`
  const others = `SELECT ${list}, key FROM missing_list JOIN missing_row USING (${list})
    WHERE goal = 'staff-training' AND frozen_at <= ?
      AND NOT EXISTS (SELECT 1 FROM staff_role WHERE staff_role.number = key) LIMIT ${CHUNK}`
  const remove = (which: string) => sql(`DELETE FROM missing_row WHERE (${list}, key) IN (${which})`)
  return remove(theirs).run(numbers).changes + remove(others).run(before(today, 'employment-end')).changes
}

/** A person goes when the last of the roles has ended long enough ago. */
const staff: DueDeletion = {
  rule: 'employment-end',
  remove: (sql, today) => {
    const gone = sql<{ number: string }>(
      `SELECT number FROM staff_role GROUP BY number
       HAVING MAX(COALESCE(end_day, '9999-12-31')) < ? LIMIT ${CHUNK}`,
    ).all(dayBefore(today, 'employment-end'))
    const numbers = JSON.stringify(gone.map(({ number }) => number))
    const remove = (table: string, of = 'number') =>
      sql(`DELETE FROM ${table} WHERE ${of} IN (SELECT value FROM json_each(?))`).run(numbers).changes
    // The decision stays, and no longer says whom it was about.
    sql(`UPDATE rule_change SET row_key = NULL, row_label = NULL
      WHERE goal = 'staff-training' AND row_key IN (SELECT value FROM json_each(?))`).run(numbers)
    return {
      register_change:
        remove('register_change', `${OF_STAFF} AND json_extract(key, '$[0]')`) + forgetOthers(sql, today),
      evidence_attachment: remove('evidence_attachment', `${OF_STAFF} AND json_extract(key, '$[0]')`),
      evidence_file: dropLooseFilesOnSqlite(sql, today.now),
      ...forgetDrawn(sql, numbers),
      missing_row: forgetMissing(sql, numbers, today),
      staff_leave: remove('staff_leave'),
      training_completion: remove('training_completion'),
      exam_attempt: remove('exam_attempt'),
      staff_role: remove('staff_role'),
    }
  },
}

/** Every rule once; travelers first, who take their invitations and letters with them. */
export const DUE_DELETIONS: readonly DueDeletion[] = [
  travelers,
  ofWaves,
  letters,
  staff,
  ...CASE_DELETIONS,
  byMoment('session-expiry', 'expires_at', 'session'),
  byMoment('verification-expiry', 'expires_at', 'verification', 'mailed_code'),
  byMoment('last-call', 'last_request', 'rate_limit'),
  byMoment('invitation-expiry', 'expires_at', 'user_invitation'),
  byMoment('reset-expiry', 'expires_at', 'password_reset'),
]
