import type { CommentStore } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

const READ = 'SELECT COUNT(*) AS "all", COALESCE(SUM(read), 0) AS read FROM comment WHERE wave_id = ?'

const BY_LANGUAGE = 'SELECT language AS name, COUNT(*) AS n FROM comment WHERE wave_id = ? GROUP BY language'

const BY_CODE = `SELECT code_id AS name, COUNT(*) AS n FROM comment JOIN coded_comment ON comment_key = key
  WHERE wave_id = ? GROUP BY code_id`

export const countComments =
  (database: SqliteDatabase): CommentStore['commentCounts'] =>
  async (waveId) => {
    const countBy = (text: string) =>
      Object.fromEntries(
        database
          .read<{ name: string; n: number }>(text)
          .all(waveId)
          .map(({ name, n }) => [name, n]),
      )
    const counts = database.read<{ all: number; read: number }>(READ).get(waveId)
    return {
      all: counts?.all ?? 0,
      read: counts?.read ?? 0,
      byLanguage: countBy(BY_LANGUAGE),
      byCode: countBy(BY_CODE),
    }
  }
