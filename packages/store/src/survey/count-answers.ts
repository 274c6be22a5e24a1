import type { AnswerCode, TallyEntry } from '@wayproof/survey'
import type { ReadSql } from '../sqlite/sql.ts'
import type { PairCounts } from './pair-counts.ts'
import { tallyPlaces } from './tally-places.ts'

export interface Counted extends TallyEntry {
  readonly count: number
}

/** Counts what the answers of a wave say, by cell, item and value, and into `pairs`: one pass, and no answer is kept in memory. */
export function countAnswers(sql: ReadSql, waveId: string, code: AnswerCode, pairs: PairCounts): readonly Counted[] {
  const { entries, count } = tallyPlaces(code)
  const cells = new Map<string, Float64Array>()
  sql('SELECT cell_id, "values" FROM answer WHERE wave_id = ?').each((cellId: string, stored: string) => {
    const counts = cells.get(cellId) ?? new Float64Array(entries.length)
    cells.set(cellId, counts)
    count(counts, stored, 1)
    pairs.add(stored)
  }, waveId)
  return [...cells].flatMap(([cellId, counts]) =>
    entries.map((entry, place) => ({ cellId, ...entry, count: counts[place] ?? 0 })),
  )
}
