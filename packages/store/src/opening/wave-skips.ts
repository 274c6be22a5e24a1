import type { Skip } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

/** Counts of who got no letter, once for a stage of a wave. */
export function keepSkips(sql: Sql, waveId: string, skips: readonly Skip[]): void {
  const keep = sql('INSERT INTO wave_skip (wave_id, stage, reason, count) VALUES (?, ?, ?, ?)')
  for (const { stage, reason, count } of skips) keep.run(waveId, stage, reason, count)
}

export const skipsKept = (database: SqliteDatabase, waveId: string): readonly Skip[] =>
  database
    .read<Skip>('SELECT stage, reason, count FROM wave_skip WHERE wave_id = ? ORDER BY stage, count DESC, reason')
    .all(waveId)
