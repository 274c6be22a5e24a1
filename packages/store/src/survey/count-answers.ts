import { ALL_ITEMS, type AnswerCode, BLANK, COMPLETENESS, type Completeness, type TallyEntry } from '@wayproof/survey'
import type { ReadSql } from '../sqlite/sql.ts'
import type { PairCounts } from './pair-counts.ts'

export interface Counted extends TallyEntry {
  readonly count: number
}

/** Counts what the answers of a wave say, by cell, item and value, and into `pairs`: one pass, and no answer is kept in memory. */
export function countAnswers(
  sql: ReadSql,
  waveId: string,
  { items, completeness }: AnswerCode,
  pairs: PairCounts,
): readonly Counted[] {
  const width = 1 + Math.max(0, ...items.map(({ values }) => values.length))
  const cells = new Map<string, CellCounts>()
  sql('SELECT cell_id, "values" FROM answer WHERE wave_id = ?').each((cellId: string, values: string) => {
    const known = cells.get(cellId)
    const cell = known ?? { complete: 0, partial: 0, 'break-off': 0, values: new Float64Array(items.length * width) }
    if (!known) cells.set(cellId, cell)
    if (values.length !== items.length) throw new RangeError('a stored answer has another length')
    for (let at = 0; at < values.length; at += 1) {
      const value = values.charCodeAt(at) - BLANK
      if (!(value >= 0 && value < width)) throw new RangeError('a stored answer holds an unknown value')
      cell.values[at * width + value] = (cell.values[at * width + value] ?? 0) + 1
    }
    cell[completeness(values)] += 1
    pairs.add(values)
  }, waveId)
  return [...cells].flatMap(([cellId, { values: counts, ...answers }]) => [
    ...COMPLETENESS.map((value) => ({ cellId, item: ALL_ITEMS, value, count: answers[value] })),
    ...items.flatMap(({ item, values }, at) =>
      values.map((value, n) => ({ cellId, item, value, count: counts[at * width + n + 1] ?? 0 })),
    ),
  ])
}

interface CellCounts extends Record<Completeness, number> {
  /** By item and character: blank first, then the item's values. */
  readonly values: Float64Array
}
