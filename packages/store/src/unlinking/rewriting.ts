import type { Query } from '../engine/query/query.ts'

/** The part of unlinking that depends on how an engine stores rows. */
export interface Rewriting {
  /** Runs the transaction that cuts the ties of a wave. */
  write(work: (query: Query) => Promise<void>): Promise<void>
  /** In that transaction, last: gives the answers of the wave new keys, and stores rows so that their order reveals nothing. */
  rewriteRows(query: Query, waveId: string): Promise<void>
  /** Removes the old rows from the disk. May be repeated. */
  wipe(): Promise<void>
}
