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

/** Counts answers, which are stored, in the row of their cell. It is there for as long as it counts any. */
export function countInCell(sql: Sql, cell: RunningCell, changes: readonly RunningChange[]): void {
  const places = tallyPlaces(cell.code)
  const row = rowOf(sql, cell)
  const counts = row ? countsOf(row, places) : noCounts(places)
  if (counts) for (const { stored, by } of changes) places.count(counts, stored, by)
  keep(sql, cell, { counts: counts ?? recounted(sql, cell, places), known: row !== undefined })
}

/** The counters of an open wave that are not at nothing. */
export function runningTallies(sql: ReadSql, waveId: string, code: AnswerCode): readonly Counted[] {
  const places = tallyPlaces(code)
  const rows = sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ?').all(waveId)
  return rows.flatMap((row) => {
    const cell = { waveId, cellId: row.cell_id, code }
    const counts = countsOf(row, places) ?? recounted(sql, cell, places)
    const counted = places.entries.map((entry, place) => ({ cellId: row.cell_id, ...entry, count: counts[place] ?? 0 }))
    return counted.filter(({ count }) => count !== 0)
  })
}

/** Adds what is missing to the counters of an open wave, or takes away what is too much. */
export function addToRunning(sql: Sql, waveId: string, code: AnswerCode, missing: readonly Counted[]): void {
  const places = tallyPlaces(code)
  for (const [cellId, ofCell] of Map.groupBy(missing, (each) => each.cellId)) {
    const cell = { waveId, cellId, code }
    const row = rowOf(sql, cell)
    const counts = (row && countsOf(row, places)) ?? noCounts(places)
    for (const { item, value, count } of ofCell) {
      const place = places.entries.findIndex((entry) => entry.item === item && entry.value === value)
      if (place < 0) throw new RangeError('a counter of another questionnaire')
      counts[place] = (counts[place] ?? 0) + count
    }
    keep(sql, cell, { counts, known: row !== undefined })
  }
}

/** Ends the counting of a wave, in the transaction that closes it: from here on each counter has a row. */
export function writeOutTallies(sql: Sql, waveId: string, code: AnswerCode): void {
  sql('DELETE FROM tally WHERE wave_id = ?').run(waveId)
  const add = sql('INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)')
  for (const { cellId, item, value, count } of runningTallies(sql, waveId, code))
    add.run(waveId, cellId, item, value, count)
  sql('DELETE FROM running_tally WHERE wave_id = ?').run(waveId)
}

const rowOf = (sql: Sql, { waveId, cellId }: RunningCell) =>
  sql<RunningRow>('SELECT cell_id, counts FROM running_tally WHERE wave_id = ? AND cell_id = ?').get(waveId, cellId)

const noCounts = ({ entries }: TallyPlaces) => new Int32Array(entries.length)

/** A copy, since bytes of the driver may begin anywhere; null where they are not the counters of this questionnaire. */
function countsOf({ counts }: RunningRow, { entries }: TallyPlaces): Int32Array | null {
  const whole = counts.length === entries.length * Int32Array.BYTES_PER_ELEMENT
  return whole ? new Int32Array(new Uint8Array(counts).buffer) : null
}

/** From the answers of the cell: a row that is broken must not keep a wave from being answered and closed. */
function recounted(sql: ReadSql, { waveId, cellId }: RunningCell, places: TallyPlaces): Int32Array {
  const counts = noCounts(places)
  const answers = sql('SELECT "values" FROM answer WHERE wave_id = ? AND cell_id = ?')
  answers.each((stored: string) => places.count(counts, stored, 1), waveId, cellId)
  return counts
}

function keep(
  sql: Sql,
  { waveId, cellId }: RunningCell,
  { counts, known }: { readonly counts: Int32Array; readonly known: boolean },
): void {
  if (counts.every((count) => count === 0)) {
    // It would tell where somebody once answered.
    sql('DELETE FROM running_tally WHERE wave_id = ? AND cell_id = ?').run(waveId, cellId)
    return
  }
  const text = known
    ? 'UPDATE running_tally SET counts = ? WHERE wave_id = ? AND cell_id = ?'
    : 'INSERT INTO running_tally (counts, wave_id, cell_id) VALUES (?, ?, ?)'
  sql(text).run(new Uint8Array(counts.buffer), waveId, cellId)
}
