import { type Fault, type Outcome, shuffled, type Tokens } from '@wayproof/kernel'
import { DatabaseFault } from '../engine/database-fault.ts'
import { gatherBatch } from '../engine/gather-batch.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import type { QuestionnaireOf } from '../questionnaires/published-questionnaires.ts'
import { type AnsweredWaves, answeredWaves } from './answered-waves.ts'
import { type CountedChange, Counters } from './counters.ts'

/** Answers in one commit: few enough that the lock is held for some milliseconds. */
const MOST_IN_COMMIT = 200

/** What became of one answer, and what that does to the counters: null when nothing changed. */
export interface Written<T, F extends Fault> {
  readonly outcome: Outcome<T, F>
  readonly counted: CountedChange | null
}

/** A transaction that several answers share. */
export interface Commit {
  readonly sql: Sql
  readonly waveOf: AnsweredWaves
}

/** Puts one answer in, or changes one. */
export type WriteOne<T, F extends Fault> = (commit: Commit) => Written<T, F>

export type GroupCommit = <T, F extends Fault>(write: WriteOne<T, F>) => Promise<Outcome<T, F>>

interface Waiting {
  /** Returns the change to count, and keeps its outcome for `resolve`. */
  readonly write: (commit: Commit) => CountedChange | null
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface GroupCommitDeps {
  readonly tokens: Tokens
  readonly questionnaireOf: QuestionnaireOf
}

/**
 * Writes answers that arrive together in one transaction, shuffled: one fsync for many, and no order of arrival in the
 * file. Each promise settles once the commit is on disk; one answer's failure leaves its neighbors alone.
 */
export function groupCommit(database: SqliteDatabase, { tokens, questionnaireOf }: GroupCommitDeps): GroupCommit {
  const commitOf = (sql: Sql): Commit => ({ sql, waveOf: answeredWaves(sql, questionnaireOf) })

  const queue: Waiting[] = []
  let running = false

  const commitAll = async () => {
    running = true
    while (queue.length > 0) {
      // Callers that arrive meanwhile, or while the last commit was on its way, share the next one.
      await gatherBatch(() => queue.length)
      const batch = shuffled(queue.splice(0, MOST_IN_COMMIT), tokens)
      try {
        const failures = await written(database, batch, commitOf)
        // The disk is waited for beside the work of the pages: meanwhile the next ones gather.
        await database.sync()
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
      const write = (shared: Commit) => {
        const written = writeOne(shared)
        outcome = written.outcome
        return written.counted
      }
      queue.push({ write, resolve: () => resolve(outcome), reject })
      if (!running) void commitAll()
    })
}

type Failures = ReadonlyMap<Waiting, unknown>

/** Commits what succeeds of a batch. Most often that is all of it; else each is tried behind a savepoint of its own. */
async function written(
  database: SqliteDatabase,
  batch: readonly Waiting[],
  commitOf: (sql: Sql) => Commit,
): Promise<Failures> {
  try {
    await database.writeUnsynced((sql) => writeAll(commitOf(sql), batch))
    return new Map()
  } catch (error) {
    // The disk is everybody's: nobody is thanked.
    if (error instanceof DatabaseFault) throw error
    return database.writeUnsynced((sql) => writeEach(commitOf(sql), batch))
  }
}

function writeAll(commit: Commit, batch: readonly Waiting[]): void {
  const counters = new Counters()
  for (const waiting of batch) {
    const change = waiting.write(commit)
    if (change) counters.add(change)
  }
  counters.write(commit.sql)
}

/** The errors of those that failed alone. */
function writeEach(commit: Commit, batch: readonly Waiting[]): Failures {
  const { sql } = commit
  const failures = new Map<Waiting, unknown>()
  for (const waiting of batch) {
    sql('SAVEPOINT one_answer').run()
    try {
      writeAll(commit, [waiting])
      sql('RELEASE one_answer').run()
    } catch (error) {
      if (error instanceof DatabaseFault) throw error
      sql('ROLLBACK TO one_answer').run()
      sql('RELEASE one_answer').run()
      failures.set(waiting, error)
    }
  }
  return failures
}
