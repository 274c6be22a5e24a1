import type { PeriodKey } from '@wayproof/kernel'
import type { ReadQuery } from '../engine/query/query.ts'
import { TRIAL } from '../trial/trial-columns.ts'

const LINKED = `SELECT period FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}') ORDER BY period LIMIT 1`

/** The first wave that is open or not yet unlinked, without a throw-away one; undefined if there is none. */
export const linkedWave = async (query: ReadQuery): Promise<PeriodKey | undefined> =>
  (await query.get<{ period: PeriodKey }>(LINKED))?.period
