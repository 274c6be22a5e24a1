import type { Sql } from '../engine/sqlite/sql.ts'

/** What one answer given or withdrawn does to the counters that no recount could recover. */
export interface CountedChange {
  readonly waveId: string
  readonly answered: 1 | -1
  /** Counted in the curve over days; null leaves the curve alone. */
  readonly day: string | null
}

/** What one commit does to the counters, summed first: a full batch touches each once. */
export class Counters {
  readonly #days = new Map<string, number>()
  readonly #answered = new Map<string, number>()
  readonly #withdrawn = new Map<string, number>()

  add({ waveId, answered, day }: CountedChange): void {
    increase(this.#answered, waveId, answered)
    if (answered < 0) increase(this.#withdrawn, waveId, 1)
    if (day !== null) increase(this.#days, `${day} ${waveId}`, 1)
  }

  /** In the transaction of the answers that were added. */
  write(sql: Sql): void {
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
