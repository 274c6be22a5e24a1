import { fail, ok } from '@wayproof/kernel'
import { ALL_ITEMS, ALL_VALUES, type SurveyStore, type TallyDifference, type WaveStatus } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'

export type TallyStore = Pick<SurveyStore, 'satisfactionCounts' | 'rebuildTallies'>

interface SealedWave {
  readonly id: string
  readonly status: WaveStatus
  readonly rule_version: string
  readonly minimum_for_status: number
}

export function tallyStore(database: Database): TallyStore {
  return {
    satisfactionCounts: async (period) => {
      const wave = database
        .read<SealedWave>('SELECT id, status, rule_version, minimum_for_status FROM wave WHERE period = ?')
        .get(period)
      if (!wave) return fail('no-wave')
      if (wave.status === 'open') return fail('wave-open')
      const rows = database
        .read<{ value: string; count: number }>(
          `SELECT value, SUM(count) AS count FROM tally
           WHERE wave_id = ? AND (item = 'overall' OR item = '${ALL_ITEMS}') GROUP BY value`,
        )
        .all(wave.id)
      const of = (value: string) => rows.find((row) => row.value === value)?.count ?? 0
      const counts = [of('1'), of('2'), of('3'), of('4'), of('5')] as const
      const answered = of(ALL_VALUES)
      const given = counts.reduce((sum, count) => sum + count, of('na') + of('dk'))
      return ok({
        waveId: wave.id,
        ruleVersion: wave.rule_version,
        minimumForStatus: wave.minimum_for_status,
        counts,
        notApplicable: of('na'),
        dontKnow: of('dk'),
        blank: answered - given,
        answered,
      })
    },
    rebuildTallies: (waveId) =>
      database.write((sql) => {
        const cells = sql<{ n: number }>('SELECT COUNT(*) AS n FROM cell WHERE wave_id = ?').get(waveId)?.n ?? 0
        // Answers that were deleted on schedule leave their counters, which nothing is left to check against.
        const deleted = sql('SELECT 1 FROM wave WHERE id = ? AND answers_deleted_at IS NOT NULL').get(waveId)
        if (deleted) return { cells, differences: [] }
        const differences = sql<TallyDifference>(
          `WITH counted AS (
             SELECT cell_id, j.key AS item, j.value AS value, COUNT(*) AS count FROM answer, json_each(answer."values") j
             WHERE wave_id = @waveId GROUP BY cell_id, j.key, j.value
             UNION ALL SELECT cell_id, '${ALL_ITEMS}', '${ALL_VALUES}', COUNT(*) FROM answer WHERE wave_id = @waveId
             GROUP BY cell_id),
           stored AS (SELECT cell_id, item, value, count FROM tally WHERE wave_id = @waveId)
           SELECT COALESCE(s.cell_id, c.cell_id) AS cellId, COALESCE(s.item, c.item) AS item,
             COALESCE(s.value, c.value) AS value, COALESCE(s.count, 0) AS stored, COALESCE(c.count, 0) AS counted
           FROM stored s FULL JOIN counted c ON c.cell_id = s.cell_id AND c.item = s.item AND c.value = s.value
           WHERE COALESCE(s.count, 0) <> COALESCE(c.count, 0) ORDER BY 1, 2, 3`,
        ).all({ waveId })
        for (const { cellId, item, value, counted } of differences) {
          sql('DELETE FROM tally WHERE wave_id = ? AND cell_id = ? AND item = ? AND value = ?').run(
            waveId,
            cellId,
            item,
            value,
          )
          if (counted > 0) sql('INSERT INTO tally VALUES (?, ?, ?, ?, ?)').run(waveId, cellId, item, value, counted)
        }
        return { cells, differences }
      }),
  }
}
