import type { ReadQuery } from '@wayproof/database/query/query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'

const LINKED = `SELECT period FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}') ORDER BY period LIMIT 1`

/** The first wave that is open or not yet unlinked, without a throw-away one; undefined if there is none. */
export const linkedWave = async (query: ReadQuery): Promise<PeriodKey | undefined> =>
  (await query.get<{ period: PeriodKey }>(LINKED))?.period
