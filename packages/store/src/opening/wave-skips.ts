import type { Skip } from '@wayproof/survey'
import type { Query, ReadQuery } from '../engine/query/query.ts'

const INSERT = 'INSERT INTO wave_skip (wave_id, stage, reason, count) VALUES (@waveId, @stage, @reason, @count)'

/** Stores the number of people who got no letter, once for each stage of a wave. */
export async function storeSkips(query: Query, waveId: string, skips: readonly Skip[]): Promise<void> {
  for (const { stage, reason, count } of skips) await query.run(INSERT, { waveId, stage, reason, count })
}

const SKIPS = 'SELECT stage, reason, count FROM wave_skip WHERE wave_id = @waveId ORDER BY stage, count DESC, reason'

export const skipsOfWave = (query: ReadQuery, waveId: string): Promise<readonly Skip[]> =>
  query.all<Skip>(SKIPS, { waveId })
