import { ALL_ITEMS, ALL_VALUES, type AnswerCode, BLANK, type TallyEntry } from '@wayproof/survey'
import type { ReadSql } from '../sqlite/sql.ts'

export interface Counted extends TallyEntry {
  readonly count: number
}

/** Counts what the answers of a wave say, by cell, item and value: one pass, and no answer is kept in memory. */
export function countAnswers(sql: ReadSql, waveId: string, { items }: AnswerCode): readonly Counted[] {
  const width = 1 + Math.max(0, ...items.map(({ values }) => values.length))
  const cells = new Map<string, CellCounts>()
  sql('SELECT cell_id, "values" FROM answer WHERE wave_id = ?').each((cellId: string, values: string) => {
    const cell = cells.get(cellId) ?? { answers: 0, values: new Float64Array(items.length * width) }
    if (cell.answers === 0) cells.set(cellId, cell)
    cell.answers += 1
    if (values.length !== items.length) throw new RangeError('a stored answer has another length')
    for (let at = 0; at < values.length; at += 1) {
      const value = values.charCodeAt(at) - BLANK
      if (!(value >= 0 && value < width)) throw new RangeError('a stored answer holds an unknown value')
      cell.values[at * width + value] = (cell.values[at * width + value] ?? 0) + 1
    }
  }, waveId)
  return [...cells].flatMap(([cellId, { answers, values: counts }]) => [
    { cellId, item: ALL_ITEMS, value: ALL_VALUES, count: answers },
    ...items.flatMap(({ item, values }, at) =>
      values.map((value, n) => ({ cellId, item, value, count: counts[at * width + n + 1] ?? 0 })),
    ),
  ])
}

interface CellCounts {
  answers: number
  /** By item and character: blank first, then the item's values. */
  readonly values: Float64Array
}
