import SQLite from 'better-sqlite3'
import { toFault } from '../database-fault.ts'
import type { SnapshotQuery } from '../query/query.ts'
import { sqliteSnapshot } from './sqlite-query.ts'
import { StatementCache } from './statement-cache.ts'

/** Most idle connections. */
const MOST_IDLE = 2

/** Read-only connections, each for one snapshot at a time: an `await` inside a snapshot delays no other caller. */
export class SnapshotReaders {
  readonly #file: string
  readonly #idle: SQLite.Database[] = []
  #closed = false

  constructor(file: string) {
    this.#file = file
  }

  /** Runs `work`, whose reads all see the database as of now. */
  async read<T>(work: (query: SnapshotQuery) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? this.#open()
    try {
      connection.exec('BEGIN')
      const cache = new StatementCache(connection)
      return await work(sqliteSnapshot((text) => cache.prepare(text)))
    } finally {
      if (connection.inTransaction) connection.exec('COMMIT')
      if (this.#closed || this.#idle.length >= MOST_IDLE) connection.close()
      else this.#idle.push(connection)
    }
  }

  close(): void {
    this.#closed = true
    for (const connection of this.#idle.splice(0)) connection.close()
  }

  #open(): SQLite.Database {
    try {
      return new SQLite(this.#file, { readonly: true, fileMustExist: true })
    } catch (error) {
      throw toFault(error)
    }
  }
}
