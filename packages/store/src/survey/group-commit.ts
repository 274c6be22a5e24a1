import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Fault, Outcome, Tokens } from '@wayproof/kernel'
import type { Database } from '../sqlite/database.ts'
import { isDiskFull } from '../sqlite/database-fault.ts'
import type { Sql } from '../sqlite/sql.ts'
import { type CountedChange, Counters } from './counters.ts'
import { shuffled } from './shuffle.ts'

/** Answers in one commit: few enough that the lock is held for some milliseconds. */
const MOST_IN_COMMIT = 200

/** Turns of the event loop that a commit waits for company: each lets in what other connections have sent meanwhile. */
const TURNS = 3

/** What became of one answer, and what that does to the counters: null when nothing changed. */
export interface Written<T, F extends Fault> {
  readonly outcome: Outcome<T, F>
  readonly counted: CountedChange | null
}

/** Puts one answer in, or changes one, inside a transaction that it shares. */
export type WriteOne<T, F extends Fault> = (sql: Sql) => Written<T, F>

export type GroupCommit = <T, F extends Fault>(write: WriteOne<T, F>) => Promise<Outcome<T, F>>

interface Waiting {
  /** Returns the change to count, and keeps its outcome for `resolve`. */
  readonly write: (sql: Sql) => CountedChange | null
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes answers that arrive together in one transaction, shuffled: one fsync for many, and no order of arrival in the
 * file. Each promise settles after the commit; one answer's failure leaves its neighbours alone.
 */
export function groupCommit(database: Database, tokens: Tokens): GroupCommit {
  const queue: Waiting[] = []
  let running = false

  const commitAll = async () => {
    running = true
    while (queue.length > 0) {
      // Whoever arrives in these turns of the event loop, or while the last commit was on its way, shares the next one.
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn()
      const batch = shuffled(queue.splice(0, MOST_IN_COMMIT), tokens)
      try {
        const failures = await database.write((sql) => writeBatch(sql, batch))
        for (const waiting of batch) {
          if (failures.has(waiting)) waiting.reject(failures.get(waiting))
          else waiting.resolve()
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = false
  }

  return <T, F extends Fault>(writeOne: WriteOne<T, F>) =>
    new Promise<Outcome<T, F>>((resolve, reject) => {
      let outcome: Outcome<T, F>
      const write = (sql: Sql) => {
        const written = writeOne(sql)
        outcome = written.outcome
        return written.counted
      }
      queue.push({ write, resolve: () => resolve(outcome), reject })
      if (!running) void commitAll()
    })
}

/** The errors of those that failed alone. */
function writeBatch(sql: Sql, batch: readonly Waiting[]): ReadonlyMap<Waiting, unknown> {
  const counters = new Counters()
  const failures = new Map<Waiting, unknown>()
  for (const waiting of batch) {
    sql('SAVEPOINT one_answer').run()
    try {
      const counted = waiting.write(sql)
      if (counted) counters.add(counted)
    } catch (error) {
      // The disk is everybody's: nobody is thanked.
      if (isDiskFull(error)) throw error
      sql('ROLLBACK TO one_answer').run()
      failures.set(waiting, error)
    } finally {
      release(sql)
    }
  }
  counters.write(sql)
  return failures
}

function release(sql: Sql): void {
  try {
    sql('RELEASE one_answer').run()
  } catch {
    // A full disk ends the transaction with its savepoints; the error on its way tells of it.
  }
}
