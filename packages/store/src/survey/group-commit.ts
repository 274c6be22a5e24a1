import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Outcome, Tokens } from '@wayproof/kernel'
import type { NewAnswer, SaveFault } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { isDiskFull } from '../sqlite/database-fault.ts'
import type { Sql } from '../sqlite/sql.ts'
import { Counters } from './counters.ts'
import { writeAnswer } from './save-answer.ts'
import { shuffled } from './shuffle.ts'

/** Answers in one commit: few enough that the lock is held for some milliseconds. */
const MOST_IN_COMMIT = 200

type Saved = Outcome<null, SaveFault>

interface Waiting {
  readonly answer: NewAnswer
  readonly resolve: (saved: Saved) => void
  readonly reject: (error: unknown) => void
}

/**
 * Saves answers that arrive together in one transaction, shuffled: one fsync for many, and no order of arrival in the
 * file. Each promise settles after the commit; one answer's failure leaves its neighbours alone.
 */
export function groupCommit(database: Database, tokens: Tokens): (answer: NewAnswer) => Promise<Saved> {
  const queue: Waiting[] = []
  let running = false

  const commitAll = async () => {
    running = true
    while (queue.length > 0) {
      // Whoever arrives in this turn of the event loop, or while the last commit was on its way, shares the next one.
      await nextTurn()
      const batch = shuffled(queue.splice(0, MOST_IN_COMMIT), tokens)
      try {
        const results = await database.write((sql) => saveBatch(sql, batch))
        for (const [index, { resolve, reject }] of batch.entries()) {
          const result = results[index]
          if (result && 'saved' in result) resolve(result.saved)
          else reject(result?.error)
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = false
  }

  return (answer) =>
    new Promise((resolve, reject) => {
      queue.push({ answer, resolve, reject })
      if (!running) void commitAll()
    })
}

type Result = { readonly saved: Saved } | { readonly error: unknown }

function saveBatch(sql: Sql, batch: readonly Waiting[]): readonly Result[] {
  const counters = new Counters()
  const results = batch.map(({ answer }): Result => {
    sql('SAVEPOINT one_answer').run()
    try {
      const { outcome, counted } = writeAnswer(sql, answer)
      if (counted) counters.add(counted)
      return { saved: outcome }
    } catch (error) {
      // The disk is everybody's: nobody is thanked.
      if (isDiskFull(error)) throw error
      sql('ROLLBACK TO one_answer').run()
      return { error }
    } finally {
      release(sql)
    }
  })
  counters.write(sql)
  return results
}

function release(sql: Sql): void {
  try {
    sql('RELEASE one_answer').run()
  } catch {
    // A full disk ends the transaction with its savepoints; the error on its way tells of it.
  }
}
