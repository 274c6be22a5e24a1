import type { CommentStore } from '@wayproof/survey'
import type { QueryDatabase } from '../engine/query/query-database.ts'

const READ = 'SELECT COUNT(*) AS "all", COUNT(*) FILTER (WHERE read) AS read FROM comment WHERE wave_id = @waveId'

const BY_LANGUAGE = 'SELECT language AS name, COUNT(*) AS n FROM comment WHERE wave_id = @waveId GROUP BY language'

const BY_CODE = `SELECT code_id AS name, COUNT(*) AS n FROM comment JOIN coded_comment ON comment_key = key
  WHERE wave_id = @waveId GROUP BY code_id`

export const countComments =
  ({ query }: QueryDatabase): CommentStore['commentCounts'] =>
  async (waveId) => {
    const countBy = async (text: string) => {
      const groups = await query.all<{ name: string; n: number }>(text, { waveId })
      return Object.fromEntries(groups.map(({ name, n }) => [name, n]))
    }
    const counts = await query.get<{ all: number; read: number }>(READ, { waveId })
    return {
      all: counts?.all ?? 0,
      read: counts?.read ?? 0,
      byLanguage: await countBy(BY_LANGUAGE),
      byCode: await countBy(BY_CODE),
    }
  }
