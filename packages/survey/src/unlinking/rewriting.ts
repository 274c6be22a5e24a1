import type { Query } from '@wayproof/database/query/query'
import type { AnswerTable } from '../tallies/count-wave.ts'

/** The part of unlinking that depends on how an engine stores rows. */
export interface Rewriting {
  /** Runs the transaction that separates the answers of a wave from people. */
  write(work: (query: Query) => Promise<void>): Promise<void>
  /**
   * Runs last in that transaction: stores the answers of the wave, which `table` has, under new keys, and rows so that
   * their order reveals nothing.
   */
  rewriteRows(query: Query, waveId: string, table: AnswerTable): Promise<void>
  /** Removes the old rows from the disk. Safe to repeat. */
  wipe(): Promise<void>
}
