import type { Tokens } from '@wayproof/kernel/id'

/** The change of the counters by one answer that is given or withdrawn. No recount could restore them. */
export interface CountedChange {
  readonly waveId: string
  readonly answered: 1 | -1
  /** The day of the curve that counts it; null leaves the curve unchanged. */
  readonly day: string | null
}

/** A row that is added to `answer_counter`. */
export interface CounterRow {
  readonly waveId: string
  /** Empty for withdrawals. */
  readonly day: string
  readonly answered: number
  readonly withdrawn: number
}

const SHARDS = 64

/**
 * The shard of a process: commits of two processes wait for each other only if they add to the same row. Few shards, so
 * that a restarted process adds to a row of earlier ones.
 */
export const shardOf = (tokens: Tokens): number => (tokens.bytes(1)[0] ?? 0) % SHARDS

/** Sums the changes of one commit, so that a full batch writes each counter once. */
export class Counters {
  readonly #rows = new Map<string, CounterRow>()

  add({ waveId, answered, day }: CountedChange): void {
    const key = `${waveId} ${day ?? ''}`
    const row = this.#rows.get(key) ?? { waveId, day: day ?? '', answered: 0, withdrawn: 0 }
    const withdrawn = row.withdrawn + (answered < 0 ? 1 : 0)
    this.#rows.set(key, { ...row, answered: row.answered + answered, withdrawn })
  }

  /** In the order of their keys, so that no two processes wait for each other. */
  get rows(): readonly CounterRow[] {
    return [...this.#rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  }
}
