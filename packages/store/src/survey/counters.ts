import { type AnswerValues, countedIn } from '@wayproof/survey'
import type { Sql } from '../sqlite/sql.ts'

/** One answer given (`before` null), corrected, or withdrawn (`after` null). */
export interface CountedChange {
  readonly waveId: string
  readonly cellId: string
  readonly before: AnswerValues | null
  readonly after: AnswerValues | null
  /** Counted in the curve over days; null leaves the curve alone. */
  readonly day: string | null
}

/** What one commit does to the counters: summed first, so that a full batch touches each counter once. */
export class Counters {
  readonly #tallies = new Map<string, number>()
  readonly #days = new Map<string, number>()
  readonly #answered = new Map<string, number>()
  readonly #withdrawn = new Map<string, number>()

  add({ waveId, cellId, before, after, day }: CountedChange): void {
    if (before) this.#count(waveId, cellId, before, -1)
    if (after) this.#count(waveId, cellId, after, 1)
    if (before && !after) increase(this.#withdrawn, waveId, 1)
    if (day !== null) increase(this.#days, JSON.stringify([waveId, day]), 1)
  }

  #count(waveId: string, cellId: string, values: AnswerValues, by: 1 | -1): void {
    increase(this.#answered, waveId, by)
    for (const [item, value] of countedIn(values)) {
      increase(this.#tallies, JSON.stringify([waveId, cellId, item, value]), by)
    }
  }

  /** In the transaction of the answers that were added. */
  write(sql: Sql): void {
    for (const [key, by] of this.#tallies) {
      if (by === 0) continue
      sql(`INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(...parts(key), by)
      // A counter at nothing would tell what somebody once answered.
      if (by > 0) continue
      sql('DELETE FROM tally WHERE wave_id = ? AND cell_id = ? AND item = ? AND value = ? AND count = 0').run(
        ...parts(key),
      )
    }
    for (const [key, by] of this.#days) {
      sql(`INSERT INTO answer_day (wave_id, day, count) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(...parts(key), by)
    }
    for (const [waveId, by] of this.#answered) {
      sql(
        'UPDATE wave SET answered_count = answered_count + ?, withdrawn_count = withdrawn_count + ? WHERE id = ?',
      ).run(by, this.#withdrawn.get(waveId) ?? 0, waveId)
    }
  }
}

const parts = (key: string) => JSON.parse(key) as string[]

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
