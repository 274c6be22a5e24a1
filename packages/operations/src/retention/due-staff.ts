import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query } from '@wayproof/database/query/query'
import { STAFF_REGISTERS } from '@wayproof/evidence/register'
import { dropLooseFiles } from '@wayproof/evidence/registers/loose-files'
import type { Removed } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { STAFF_FIGURES } from '@wayproof/scorecard/sample/traced-figure'
import { CHUNK, type DueDeletion, dayBefore, deleteListed, momentBefore, type Today } from './due-deletion.ts'

const listOf = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ')

const OF_STAFF = `register IN (${listOf(STAFF_REGISTERS)})`

/** SQL: the staff number in a key of a staff register. */
const numberIn = ({ jsonItem }: Dialect) => jsonItem('key', 0)

const GONE = `SELECT number FROM staff_role GROUP BY number
  HAVING MAX(COALESCE(end_day, '9999-12-31')) < @before LIMIT ${CHUNK}`

const THEIR_CHANGES = (dialect: Dialect) =>
  `DELETE FROM register_change WHERE ${OF_STAFF} AND ${dialect.oneOf(numberIn(dialect), '@numbers')}`

/** Deletes the history of people who are no longer on the roster. */
const OTHERS_CHANGES = (dialect: Dialect) => `DELETE FROM register_change WHERE number IN (
  SELECT number FROM register_change WHERE ${OF_STAFF} AND at <= @before AND NOT EXISTS (
    SELECT 1 FROM staff_role WHERE staff_role.number = ${numberIn(dialect)}) LIMIT ${CHUNK})`

const ATTACHMENTS = (dialect: Dialect) =>
  `DELETE FROM evidence_attachment WHERE ${OF_STAFF} AND ${dialect.oneOf(numberIn(dialect), '@numbers')}`

/** Removes the person from a decision, which remains. */
const RULE_CHANGES = ({ oneOf }: Dialect) => `UPDATE rule_change SET row_key = NULL, row_label = NULL
  WHERE goal = 'staff-training' AND ${oneOf('row_key', '@numbers')}`

const FRAMES = ({ jsonItems, itemText, jsonItem, oneOf }: Dialect) => `UPDATE audit_sample SET frame = NULL
  WHERE figure IN (${listOf(STAFF_FIGURES)})
    AND EXISTS (SELECT 1 FROM ${jsonItems('frame', 'item')} WHERE ${oneOf(jsonItem(itemText('item'), -1), '@numbers')})`

const SAMPLE_ROWS = ({ jsonItems, jsonItem, jsonField, oneOf }: Dialect) => `UPDATE audit_sample_row
  SET key = NULL, label = NULL, places = NULL, salt = NULL, note = NULL
  WHERE EXISTS (SELECT 1 FROM ${jsonItems('places', 'item')}
    WHERE ${jsonField('item.value', 'register')} IN (${listOf(STAFF_REGISTERS)})
      AND ${oneOf(jsonItem(jsonField('item.value', 'key'), 0), '@numbers')})`

/** Removes the person from a drawn row, which keeps its number and result; a frame keeps its digest. */
async function forgetDrawn(query: Query, numbers: readonly string[]): Promise<Removed> {
  if (numbers.length === 0) return {}
  return {
    audit_sample: await query.run(FRAMES, { numbers }),
    audit_sample_row: await query.run(SAMPLE_ROWS, { numbers }),
  }
}

const VIEWS = `SELECT id, name || ' ' || search AS text FROM saved_view WHERE ${OF_STAFF}`

/** Deletes the views whose name or search is about a departed person. */
async function forgetSought(query: Query, numbers: readonly string[]): Promise<number> {
  if (numbers.length === 0) return 0
  const views = await query.all<{ id: string; text: string }>(VIEWS)
  const isAbout = (text: string) => numbers.some((number) => hasWord(text, number))
  return deleteListed(
    query,
    'saved_view',
    'id',
    views.flatMap(({ id, text }) => (isAbout(text) ? [id] : [])),
  )
}

/** Whether a number stands in a text, and not only as a part of a longer one. */
function hasWord(text: string, word: string): boolean {
  const pieces = text.toLowerCase().split(word.toLowerCase())
  return pieces.some(
    (after, n) => n > 0 && !/^[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}]$/u.test(pieces[n - 1] ?? ''),
  )
}

const LIST = 'period, version, goal, list_period'

const THEIR_MISSING = ({ listed }: Dialect) => `DELETE FROM missing_row WHERE (${LIST}, key) IN
  (SELECT ${LIST}, value FROM missing_list, ${listed('@numbers')} WHERE goal = 'staff-training')`

const OTHERS_MISSING = `DELETE FROM missing_row WHERE (${LIST}, key) IN
  (SELECT ${LIST}, key FROM missing_list JOIN missing_row USING (${LIST})
   WHERE goal = 'staff-training' AND frozen_at <= @before
     AND NOT EXISTS (SELECT 1 FROM staff_role WHERE staff_role.number = key) LIMIT ${CHUNK})`

/** Deletes rows about departed people, and about people who are no longer on the roster. */
async function forgetRecorded(query: Query, numbers: readonly string[], today: Today): Promise<Removed> {
  const before = momentBefore(today, 'employment-end')
  await query.run(RULE_CHANGES, { numbers })
  return {
    register_change: (await query.run(THEIR_CHANGES, { numbers })) + (await query.run(OTHERS_CHANGES, { before })),
    evidence_attachment: await query.run(ATTACHMENTS, { numbers }),
    evidence_file: await dropLooseFiles(query, today.now),
    ...(await forgetDrawn(query, numbers)),
    saved_view: await forgetSought(query, numbers),
    missing_row: (await query.run(THEIR_MISSING, { numbers })) + (await query.run(OTHERS_MISSING, { before })),
  }
}

/** A person is deleted when the last role has ended long enough ago. */
export const staff: DueDeletion = {
  rule: 'employment-end',
  remove: async (query, today) => {
    const departed = await query.all<{ number: string }>(GONE, { before: dayBefore(today, 'employment-end') })
    const numbers = departed.map(({ number }) => number)
    return {
      ...(await forgetRecorded(query, numbers, today)),
      staff_leave: await deleteListed(query, 'staff_leave', 'number', numbers),
      training_completion: await deleteListed(query, 'training_completion', 'number', numbers),
      exam_attempt: await deleteListed(query, 'exam_attempt', 'number', numbers),
      staff_role: await deleteListed(query, 'staff_role', 'number', numbers),
    }
  },
}
