import type { WavePlan } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'

/** Writes the cells and margins of a wave with SQL: thousands of rows, in the transaction that opens it. */
export function writeCells(sql: Sql, { wave, cells, margins }: WavePlan): void {
  const addCell = sql(`INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { id, tripType, channel, region, language, invited, baseWeight } of cells)
    addCell.run(id, wave.id, tripType, channel, region, language, invited, baseWeight)
  const addMargin = sql('INSERT INTO frame_margin (wave_id, margin, category, eligible) VALUES (?, ?, ?, ?)')
  for (const { margin, category, eligible } of margins) addMargin.run(wave.id, margin, category, eligible)
}
