import type { QuestionStore } from '@wayproof/letters'
import type { Database } from '../engine/database.ts'
import {
  type AskingParts,
  askOfficers,
  QUESTION_COLUMNS,
  type QuestionRow,
  questionOf,
  withdrawQuestion,
} from './question-rows.ts'
import { confirmClock } from './trusted-clock-store.ts'

// Earlier versions asked about summaries, which editions replaced.
const FIND = `SELECT ${QUESTION_COLUMNS} FROM officer_question WHERE kind NOT IN ('late-summary', 'summary-failed')`

const ANSWER = `UPDATE officer_question SET answer = @answer, answered_by = @by, answered_at = @at,
  ended_at = CASE WHEN @ends THEN @at END WHERE id = @id AND ended_at IS NULL`

export function questionStore(database: Database, parts: AskingParts): QuestionStore {
  return {
    ask: (asked, at) => database.write((sql) => askOfficers(sql, parts, asked, at)),
    withdraw: async ({ kind, subject }, at) => {
      // A look first: nearly always nothing is open, and that must not take the write lock.
      const open = 'SELECT 1 FROM officer_question WHERE kind = ? AND subject = ? AND ended_at IS NULL'
      if (!database.read(open).get(kind, subject)) return false
      return database.write((sql) => withdrawQuestion(sql, kind, subject, at))
    },
    answer: (id, { ends, ...given }) =>
      database.write((sql) => sql(ANSWER).run({ ...given, id, ends: ends ? 1 : 0 }).changes === 1),
    confirmClock: (id, { by, at }) =>
      database.write((sql) => {
        if (sql(ANSWER).run({ id, answer: 'right', by, at, ends: 1 }).changes === 0) return false
        confirmClock(sql, at)
        return true
      }),
    open: async () =>
      database.read<QuestionRow>(`${FIND} AND ended_at IS NULL ORDER BY asked_at, kind, subject`).all().map(questionOf),
    find: async (id) => {
      const row = database.read<QuestionRow>(`${FIND} AND id = ?`).get(id)
      return row ? questionOf(row) : null
    },
    settled: async (most) =>
      database
        .read<QuestionRow>(`${FIND} AND ended_at IS NOT NULL ORDER BY ended_at DESC, kind, subject LIMIT ?`)
        .all(most)
        .map(questionOf),
  }
}
