import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { COMPLETENESS } from '@wayproof/forms/questionnaire/completeness'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import { fail, ok } from '@wayproof/kernel/outcome'
import { ALL_ITEMS } from '../answers/tally.ts'
import type { SurveyStore } from '../ports.ts'
import type { WaveStatus } from '../waves/wave.ts'
import { recountWave } from './recount-wave.ts'

export type TallyStore = Pick<SurveyStore, 'satisfactionCounts' | 'crossCounts' | 'rebuildTallies'>

interface SealedWave {
  readonly id: string
  readonly status: WaveStatus
  readonly rule_version: string
  readonly minimum_for_status: number
}

const WAVE = 'SELECT id, status, rule_version, minimum_for_status FROM wave WHERE period = @period'

const OVERALL = `SELECT value, SUM(count) AS count FROM tally
  WHERE wave_id = @waveId AND (item = 'overall' OR item = '${ALL_ITEMS}') GROUP BY value`

const PAIRS = `SELECT item, value, headline, count FROM cross_tally JOIN wave ON wave.id = wave_id
  WHERE wave_id = @waveId AND status = 'unlinked'`

export function tallyStore(database: QueryDatabase): TallyStore {
  return {
    satisfactionCounts: async (period) => {
      const wave = await database.query.get<SealedWave>(WAVE, { period })
      if (!wave) return fail('no-wave')
      if (wave.status !== 'unlinked') return fail('wave-open')
      const rows = await database.query.all<{ value: string; count: number }>(OVERALL, { waveId: wave.id })
      const of = (value: string) => rows.find((row) => row.value === value)?.count ?? 0
      const counts = [of('1'), of('2'), of('3'), of('4'), of('5')] as const
      const answered = COMPLETENESS.reduce((sum, value) => sum + of(value), 0)
      const answeredItem = counts.reduce((sum, count) => sum + count, of('na') + of('dk'))
      return ok({
        waveId: wave.id,
        ruleVersion: wave.rule_version,
        minimumForStatus: wave.minimum_for_status,
        counts,
        notApplicable: of('na'),
        dontKnow: of('dk'),
        blank: answered - answeredItem,
        answered,
      })
    },
    crossCounts: (waveId) => database.query.all<CrossCount>(PAIRS, { waveId }),
    rebuildTallies: (waveId) => recountWave(database, waveId),
  }
}
