import type { Skip } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'

/** Counts of who got no letter, once for a stage of a wave. */
export function keepSkips(sql: Sql, waveId: string, skips: readonly Skip[]): void {
  const keep = sql('INSERT INTO wave_skip (wave_id, stage, reason, count) VALUES (?, ?, ?, ?)')
  for (const { stage, reason, count } of skips) keep.run(waveId, stage, reason, count)
}

export const skipsKept = (database: Database, waveId: string): readonly Skip[] =>
  database
    .read<Skip>('SELECT stage, reason, count FROM wave_skip WHERE wave_id = ? ORDER BY stage, count DESC, reason')
    .all(waveId)
