import type SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../database-fault.ts'
import type { Release } from './write-lock.ts'

/** A write transaction that has the lock until `commit` or `rollback`; a second call of either does nothing. */
export interface OpenTransaction {
  /** False once SQLite or the caller has ended it. */
  readonly active: boolean
  /** Throws DiskFullError if the disk is full; nothing is stored then. */
  commit(): Promise<void>
  rollback(): void
}

type Command = 'BEGIN IMMEDIATE' | 'COMMIT'

interface Parts {
  readonly writer: SQLite.Database
  /** Runs a command on `writer` and waits for other processes. */
  readonly run: (command: Command) => Promise<unknown>
  /** Called once, at the end of the transaction. */
  readonly release: Release
  /** Called after a commit and the release of the lock. */
  readonly committed: () => Promise<void>
}

export async function openTransaction({ writer, run, release, committed }: Parts): Promise<OpenTransaction> {
  try {
    await run('BEGIN IMMEDIATE')
  } catch (error) {
    release()
    throw toFault(error)
  }
  let open = true
  const end = () => {
    if (!open) return
    open = false
    try {
      if (writer.inTransaction) writer.exec('ROLLBACK')
    } finally {
      release()
    }
  }
  return {
    get active() {
      return open && writer.inTransaction
    },
    commit: async () => {
      if (!open) return
      try {
        if (!writer.inTransaction) throw new DatabaseFault('closed', 'the transaction ended before its commit')
        await run('COMMIT')
      } catch (error) {
        throw toFault(error)
      } finally {
        end()
      }
      await committed()
    },
    rollback: end,
  }
}
