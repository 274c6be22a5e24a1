import { type Fault, type Outcome, shuffled, type Tokens } from '@wayproof/kernel'
import { gatherBatch } from '../engine/gather-batch.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { CountedChange } from './counters.ts'

/** Answers in one commit: few enough that locks are held for some milliseconds. */
const MOST_IN_COMMIT = 200

/** The result of one change, and the change of the counters: null if nothing changed. */
export interface Written<T, F extends Fault> {
  readonly outcome: Outcome<T, F>
  readonly counted: CountedChange | null
}

/** The rows that a change decides by. */
export interface Concerned {
  readonly invitationId?: string
  readonly receiptHash?: Uint8Array
}

/** Stores an answer or a draft, or changes one. Changes nothing if it throws. */
export type WriteOne<T, F extends Fault> = (rows: AnswerRows) => Written<T, F>

export type GroupCommit = <T, F extends Fault>(concerned: Concerned, write: WriteOne<T, F>) => Promise<Outcome<T, F>>

/** A change that waits for its commit. */
export interface Waiting {
  readonly concerned: Concerned
  /** Returns the change to count, and keeps the outcome for `resolve`. May be run again. */
  readonly write: (rows: AnswerRows) => CountedChange | null
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** The errors of those that failed alone. */
export type Failures = ReadonlyMap<Waiting, unknown>

/** Commits a batch; everything is on disk when it resolves. If it rejects, nothing may be acknowledged. */
export type CommitBatch = (batch: readonly Waiting[]) => Promise<Failures>

/**
 * Commits answers that arrive together in one transaction, shuffled: one wait for the disk for many, and no order of
 * arrival in the database. Each promise settles once the commit is on disk; one that fails does not affect the others.
 */
export function groupCommit(commit: CommitBatch, tokens: Tokens): GroupCommit {
  const queue: Waiting[] = []
  let isRunning = false

  const commitAll = async () => {
    isRunning = true
    while (queue.length > 0) {
      // Callers that arrive now, or while the previous commit was written, share the next one.
      await gatherBatch(() => queue.length)
      const batch = shuffled(queue.splice(0, MOST_IN_COMMIT), tokens)
      try {
        const failures = await commit(batch)
        for (const waiting of batch) {
          if (failures.has(waiting)) waiting.reject(failures.get(waiting))
          else waiting.resolve()
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }

  return <T, F extends Fault>(concerned: Concerned, writeOne: WriteOne<T, F>) =>
    new Promise<Outcome<T, F>>((resolve, reject) => {
      let outcome: Outcome<T, F>
      const write = (rows: AnswerRows) => {
        const written = writeOne(rows)
        outcome = written.outcome
        return written.counted
      }
      queue.push({ concerned, write, resolve: () => resolve(outcome), reject })
      if (!isRunning) void commitAll()
    })
}
