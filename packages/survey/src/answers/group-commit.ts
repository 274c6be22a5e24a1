import { gatherBatch } from '@wayproof/database/gather-batch'
import type { Tokens } from '@wayproof/kernel/id'
import type { Fault, Outcome } from '@wayproof/kernel/outcome'
import { shuffled } from '@wayproof/kernel/shuffle'
import type { AnswerRows } from './answer-rows.ts'
import type { CountedChange } from './counters.ts'

/** Most answers in one commit, so that locks last some milliseconds. */
const MOST_IN_COMMIT = 200

/** The result of one change, and the change of the counters: null if nothing changed. */
export interface Written<T, F extends Fault> {
  readonly outcome: Outcome<T, F>
  readonly counted: CountedChange | null
}

/** The rows on which a change depends. */
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
  /** Returns the change to count, and stores the outcome for `resolve`. May be repeated. */
  readonly write: (rows: AnswerRows) => CountedChange | null
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** The errors of changes that failed alone. */
export type Failures = ReadonlyMap<Waiting, unknown>

/** Commits a batch; everything is on disk when it resolves. If it rejects, nothing may be acknowledged. */
export type CommitBatch = (batch: readonly Waiting[]) => Promise<Failures>

/**
 * Commits answers that arrive together in one transaction, in random order: they share one wait for the disk, and the
 * database has no order of arrival. Each promise settles once the commit is on disk; a failure does not affect the
 * others.
 */
export function groupCommit(commit: CommitBatch, tokens: Tokens): GroupCommit {
  const queue: Waiting[] = []
  let isRunning = false

  const commitAll = async () => {
    isRunning = true
    while (queue.length > 0) {
      // Callers that arrived during the previous commit, or arrive now, share the next one.
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
