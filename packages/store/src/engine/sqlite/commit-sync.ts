import type SQLite from 'better-sqlite3'
import { toFault } from '../database-fault.ts'

/**
 * Whether a commit on the writing connection waits for the disk. In WAL mode a commit under NORMAL goes to the log and
 * is not synced; the file cannot be torn by it.
 */
export class CommitSync {
  readonly #writer: SQLite.Database
  #synced = true

  constructor(writer: SQLite.Database) {
    this.#writer = writer
  }

  get synced(): boolean {
    return this.#synced
  }

  set(synced: boolean): void {
    if (synced === this.#synced) return
    try {
      this.#writer.exec(`PRAGMA synchronous = ${synced ? 'FULL' : 'NORMAL'}`)
    } catch (error) {
      throw toFault(error)
    }
    this.#synced = synced
  }
}
