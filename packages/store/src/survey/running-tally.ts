import type { AnswerCode } from '@wayproof/survey'
import type { ReadSql, Sql } from '../sqlite/sql.ts'
import type { Counted } from './count-answers.ts'
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
  const cell = cellOf(sql, waveId, cellId, places)
  for (const { stored, by } of changes) places.count(cell.counts, stored, by)
  cell.keep()
}

/** The counters of an open wave that are not at nothing. */
export function runningTallies(sql: ReadSql, waveId: string, code: AnswerCode): readonly Counted[] {
  const places = tallyPlaces(code)
  const rows = sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ?').all(waveId)
  return rows.flatMap((row) => {
    const counts = countsOf(row, places)
    const counted = places.entries.map((entry, place) => ({ cellId: row.cell_id, ...entry, count: counts[place] ?? 0 }))
    return counted.filter(({ count }) => count !== 0)
  })
}

/** Adds what is missing to the counters of an open wave, or takes away what is too much. */
export function addToRunning(sql: Sql, waveId: string, code: AnswerCode, missing: readonly Counted[]): void {
  const places = tallyPlaces(code)
  for (const [cellId, ofCell] of Map.groupBy(missing, (each) => each.cellId)) {
    const cell = cellOf(sql, waveId, cellId, places)
    for (const { item, value, count } of ofCell) {
      const place = places.entries.findIndex((entry) => entry.item === item && entry.value === value)
      cell.counts[place] = (cell.counts[place] ?? 0) + count
    }
    cell.keep()
  }
}

/** Ends the counting of a wave, in the transaction that closes it: from here on each counter has a row. */
export function writeOutTallies(sql: Sql, waveId: string, code: AnswerCode): void {
  const add = sql('INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)')
  for (const { cellId, item, value, count } of runningTallies(sql, waveId, code))
    add.run(waveId, cellId, item, value, count)
  sql('DELETE FROM running_tally WHERE wave_id = ?').run(waveId)
}

/** The counters of a cell, to be changed and kept. */
function cellOf(sql: Sql, waveId: string, cellId: string, places: TallyPlaces) {
  const row = sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ? AND cell_id = ?').get(
    waveId,
    cellId,
  )
  const counts = row ? countsOf(row, places) : new Int32Array(places.entries.length)
  return {
    counts,
    keep: () => {
      if (counts.every((count) => count === 0)) {
        // It would tell where somebody once answered.
        sql('DELETE FROM running_tally WHERE wave_id = ? AND cell_id = ?').run(waveId, cellId)
        return
      }
      const keep = row
        ? 'UPDATE running_tally SET counts = ? WHERE wave_id = ? AND cell_id = ?'
        : 'INSERT INTO running_tally (counts, wave_id, cell_id) VALUES (?, ?, ?)'
      sql(keep).run(new Uint8Array(counts.buffer), waveId, cellId)
    },
  }
}

/** A copy, since bytes of the driver may begin anywhere. */
function countsOf({ counts }: RunningRow, { entries }: TallyPlaces): Int32Array {
  if (counts.length !== entries.length * Int32Array.BYTES_PER_ELEMENT)
    throw new RangeError('counters of another questionnaire')
  return new Int32Array(new Uint8Array(counts).buffer)
}
