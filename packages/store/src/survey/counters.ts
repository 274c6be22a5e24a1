import { countedIn } from '@wayproof/survey'
import type { Sql } from '../sqlite/sql.ts'
import type { CountedAnswer } from './save-answer.ts'

/** What one commit adds to the counters: summed first, so that a full batch touches each counter once. */
export class Counters {
  readonly #tallies = new Map<string, number>()
  readonly #days = new Map<string, number>()
  readonly #waves = new Map<string, number>()

  add({ waveId, cellId, day, values }: CountedAnswer): void {
    increment(this.#waves, waveId)
    increment(this.#days, JSON.stringify([waveId, day]))
    for (const [item, value] of countedIn(values)) {
      increment(this.#tallies, JSON.stringify([waveId, cellId, item, value]))
    }
  }

  /** In the transaction of the answers that were added. */
  write(sql: Sql): void {
    for (const [key, count] of this.#tallies) {
      sql(`INSERT INTO tally (wave_id, cell_id, item, value, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(...parts(key), count)
    }
    for (const [key, count] of this.#days) {
      sql(`INSERT INTO answer_day (wave_id, day, count) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(...parts(key), count)
    }
    for (const [waveId, count] of this.#waves) {
      sql('UPDATE wave SET answered_count = answered_count + ? WHERE id = ?').run(count, waveId)
    }
  }
}

const parts = (key: string) => JSON.parse(key) as string[]

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
