import type { Sql } from '../engine/sqlite/sql.ts'
import type { Counted } from './count-wave.ts'

/** Adds to what is kept of a wave; by a negative count it takes away. */
export function keepTallies(sql: Sql, waveId: string, tallies: readonly Counted[]): void {
  const keep = sql(`INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count`)
  for (const { cellId, item, value, count } of tallies) keep.run(waveId, cellId, item, value, count)
}
