import type { AnswerCode } from '@wayproof/survey'
import type { Sql } from '../sqlite/sql.ts'
import { type TallyPlaces, tallyPlaces } from './tally-places.ts'

// An open wave has all counters of a cell in one row, and nobody reads them: a row for each would cost an answer more than
// all the rest that it writes. When the wave closes they are written out into `tally` (docs/decisions/055).

/** An answer as it is stored that came (1) or went (-1). */
export interface RunningChange {
  readonly stored: string
  readonly by: 1 | -1
}

interface RunningRow {
  readonly cell_id: string
  /** Four bytes a counter, in the order of `TallyPlaces.entries` and of the machine (little-endian on all we know). */
  readonly counts: Uint8Array
}

export interface RunningCell {
  readonly waveId: string
  readonly cellId: string
  readonly code: AnswerCode
}

/** Counts answers in the row of their cell, which is there for as long as it counts any. */
export function countInCell(sql: Sql, { waveId, cellId, code }: RunningCell, changes: readonly RunningChange[]): void {
  const places = tallyPlaces(code)
  const row = sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ? AND cell_id = ?')
  const kept = row.get(waveId, cellId)
  const counts = kept ? countsOf(kept, places) : new Int32Array(places.entries.length)
  for (const { stored, by } of changes) places.count(counts, stored, by)
  if (counts.every((count) => count === 0)) {
    // It would tell where somebody once answered.
    sql('DELETE FROM running_tally WHERE wave_id = ? AND cell_id = ?').run(waveId, cellId)
    return
  }
  sql(`INSERT INTO running_tally (wave_id, cell_id, counts) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET counts = excluded.counts`).run(waveId, cellId, new Uint8Array(counts.buffer))
}

/** Ends the counting of a wave, in the transaction that closes it: from here on each counter has a row. */
export function writeOutTallies(sql: Sql, waveId: string, code: AnswerCode): void {
  const places = tallyPlaces(code)
  const add = sql('INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)')
  const rows = sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ?')
  for (const row of rows.all(waveId)) {
    const counts = countsOf(row, places)
    for (const [place, { item, value }] of places.entries.entries()) {
      const count = counts[place] ?? 0
      // A counter at nothing would tell what somebody once answered.
      if (count !== 0) add.run(waveId, row.cell_id, item, value, count)
    }
  }
  sql('DELETE FROM running_tally WHERE wave_id = ?').run(waveId)
}

/** A copy, since bytes of the driver may begin anywhere. */
function countsOf({ counts }: RunningRow, { entries }: TallyPlaces): Int32Array {
  if (counts.length !== entries.length * Int32Array.BYTES_PER_ELEMENT)
    throw new RangeError('counters of another questionnaire')
  return new Int32Array(new Uint8Array(counts).buffer)
}
