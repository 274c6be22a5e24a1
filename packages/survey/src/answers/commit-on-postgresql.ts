import { DatabaseFault } from '@wayproof/database/database-fault'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { changesOf } from './changes-on-postgresql.ts'
import { Counters } from './counters.ts'
import type { CommitBatch, Waiting } from './group-commit.ts'
import { type AnswerFormDeps, lockRows } from './lock-rows-on-postgresql.ts'

export interface CommitDeps extends AnswerFormDeps {
  /** The shard of counters to which this process adds. */
  readonly shard: number
}

/**
 * Commits a batch in one transaction with one statement of each kind: locks its rows, decides in memory, and writes the
 * changes.
 */
export function commitOnPostgresql(database: PostgresqlDatabase, { shard, ...deps }: CommitDeps): CommitBatch {
  const commit: CommitBatch = (batch) =>
    database.lockAndChange(async (query) => {
      const rows = await lockRows(query, batch, deps)
      const failures = new Map<Waiting, unknown>()
      const counters = new Counters()
      for (const waiting of batch) {
        try {
          const change = waiting.write(rows)
          if (change) counters.add(change)
        } catch (error) {
          // It has changed nothing, so the others are committed.
          failures.set(waiting, error)
        }
      }
      return { result: failures, changes: changesOf(rows, counters.rows, shard) }
    })

  return async (batch) => {
    try {
      return await commit(batch)
    } catch (error) {
      // A failing disk, server or connection fails the whole batch.
      if (error instanceof DatabaseFault || batch.length === 1) throw error
      const failures = new Map<Waiting, unknown>()
      for (const waiting of batch) {
        try {
          for (const [, failure] of await commit([waiting])) failures.set(waiting, failure)
        } catch (failure) {
          if (failure instanceof DatabaseFault) throw failure
          failures.set(waiting, failure)
        }
      }
      return failures
    }
  }
}
