import type { PeriodKey } from '@wayproof/kernel'
import type { ReadQuery } from '../engine/query/query.ts'

const LINKED = `SELECT period FROM wave WHERE status <> 'unlinked' ORDER BY period LIMIT 1`

/** The first wave that is open or not yet unlinked; undefined if there is none. */
export const linkedWave = async (query: ReadQuery): Promise<PeriodKey | undefined> =>
  (await query.get<{ period: PeriodKey }>(LINKED))?.period
