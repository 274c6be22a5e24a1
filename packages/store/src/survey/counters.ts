import { type CountedAnswer, countedIn } from '@wayproof/survey'
import type { Sql } from '../sqlite/sql.ts'

/** One answer given (`before` null), corrected, or withdrawn (`after` null). */
export interface CountedChange {
  readonly waveId: string
  readonly cellId: string
  readonly before: CountedAnswer | null
  readonly after: CountedAnswer | null
  /** Counted in the curve over days; null leaves the curve alone. */
  readonly day: string | null
}

/** What one commit does to the counters. Those of the whole wave are summed first: a full batch touches each once. */
export class Counters {
  readonly #changes: CountedChange[] = []
  readonly #days = new Map<string, number>()
  readonly #answered = new Map<string, number>()
  readonly #withdrawn = new Map<string, number>()

  add(change: CountedChange): void {
    const { waveId, before, after, day } = change
    this.#changes.push(change)
    increase(this.#answered, waveId, (after ? 1 : 0) - (before ? 1 : 0))
    if (before && !after) increase(this.#withdrawn, waveId, 1)
    if (day !== null) increase(this.#days, JSON.stringify([waveId, day]), 1)
  }

  /** In the transaction of the answers that were added. */
  write(sql: Sql): void {
    for (const { waveId, cellId, before, after } of this.#changes) {
      if (after) tally(sql, { waveId, cellId, answer: after, by: 1 })
      if (!before) continue
      tally(sql, { waveId, cellId, answer: before, by: -1 })
      // A counter at nothing would tell what somebody once answered.
      sql('DELETE FROM tally WHERE wave_id = ? AND cell_id = ? AND count = 0').run(waveId, cellId)
    }
    for (const [key, by] of this.#days) {
      sql(`INSERT INTO answer_day (wave_id, day, count) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(...(JSON.parse(key) as string[]), by)
    }
    for (const [waveId, by] of this.#answered) {
      sql(
        'UPDATE wave SET answered_count = answered_count + ?, withdrawn_count = withdrawn_count + ? WHERE id = ?',
      ).run(by, this.#withdrawn.get(waveId) ?? 0, waveId)
    }
  }
}

interface Tallied {
  readonly waveId: string
  readonly cellId: string
  readonly answer: CountedAnswer
  readonly by: 1 | -1
}

/** One statement for all items of an answer: a statement each takes nearly twice as long. */
function tally(sql: Sql, { waveId, cellId, answer, by }: Tallied): void {
  sql(`INSERT INTO tally (wave_id, cell_id, item, value, count)
    SELECT ?, ?, counted.key, counted.value, ? FROM json_each(?) AS counted WHERE true
    ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(
    waveId,
    cellId,
    by,
    JSON.stringify(Object.fromEntries(countedIn(answer))),
  )
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
