import type { Sql } from '../sqlite/sql.ts'
import { countInCell, type RunningCell, type RunningChange } from './running-tally.ts'

/** One answer given (`before` null), corrected, or withdrawn (`after` null). */
export interface CountedChange extends RunningCell {
  /** As it was stored. */
  readonly before: string | null
  readonly after: string | null
  /** Counted in the curve over days; null leaves the curve alone. */
  readonly day: string | null
}

interface ChangedCell {
  readonly cell: RunningCell
  readonly changes: RunningChange[]
}

/** What one commit does to the counters, summed first: a full batch touches each once. */
export class Counters {
  readonly #cells = new Map<string, ChangedCell>()
  readonly #days = new Map<string, number>()
  readonly #answered = new Map<string, number>()
  readonly #withdrawn = new Map<string, number>()

  add(change: CountedChange): void {
    const { waveId, cellId, before, after, day } = change
    const { changes } = this.#cells.get(cellId) ?? this.#changed(change)
    if (before !== null) changes.push({ stored: before, by: -1 })
    if (after !== null) changes.push({ stored: after, by: 1 })
    increase(this.#answered, waveId, (after === null ? 0 : 1) - (before === null ? 0 : 1))
    if (before !== null && after === null) increase(this.#withdrawn, waveId, 1)
    if (day !== null) increase(this.#days, `${day} ${waveId}`, 1)
  }

  #changed(cell: RunningCell): ChangedCell {
    const changed = { cell, changes: [] }
    this.#cells.set(cell.cellId, changed)
    return changed
  }

  /** In the transaction of the answers that were added. */
  write(sql: Sql): void {
    for (const { cell, changes } of this.#cells.values()) countInCell(sql, cell, changes)
    for (const [key, by] of this.#days) {
      const [day = '', waveId = ''] = key.split(' ')
      sql(`INSERT INTO answer_day (wave_id, day, count) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(waveId, day, by)
    }
    for (const [waveId, by] of this.#answered) {
      sql(
        'UPDATE wave SET answered_count = answered_count + ?, withdrawn_count = withdrawn_count + ? WHERE id = ?',
      ).run(by, this.#withdrawn.get(waveId) ?? 0, waveId)
    }
  }
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
