import { fail, ok } from '@wayproof/kernel'
import { ALL_ITEMS, COMPLETENESS, type CrossCount, type SurveyStore, type WaveStatus } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { recountWave } from './recount-wave.ts'

export type TallyStore = Pick<SurveyStore, 'satisfactionCounts' | 'crossCounts' | 'rebuildTallies'>

interface SealedWave {
  readonly id: string
  readonly status: WaveStatus
  readonly rule_version: string
  readonly minimum_for_status: number
}

export function tallyStore(database: SqliteDatabase): TallyStore {
  return {
    satisfactionCounts: async (period) => {
      const wave = database
        .read<SealedWave>('SELECT id, status, rule_version, minimum_for_status FROM wave WHERE period = ?')
        .get(period)
      if (!wave) return fail('no-wave')
      if (wave.status !== 'unlinked') return fail('wave-open')
      const rows = database
        .read<{ value: string; count: number }>(
          `SELECT value, SUM(count) AS count FROM tally
           WHERE wave_id = ? AND (item = 'overall' OR item = '${ALL_ITEMS}') GROUP BY value`,
        )
        .all(wave.id)
      const of = (value: string) => rows.find((row) => row.value === value)?.count ?? 0
      const counts = [of('1'), of('2'), of('3'), of('4'), of('5')] as const
      const answered = COMPLETENESS.reduce((sum, value) => sum + of(value), 0)
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
    crossCounts: async (waveId) =>
      database
        .read<CrossCount>(
          `SELECT item, value, headline, count FROM cross_tally JOIN wave ON wave.id = wave_id
           WHERE wave_id = ? AND status = 'unlinked'`,
        )
        .all(waveId),
    rebuildTallies: (waveId) => recountWave(database, waveId),
  }
}
