import type SQLite from 'better-sqlite3'
import { toFault } from '../database-fault.ts'

/**
 * Decides whether a commit on the writing connection waits for the disk. In WAL mode a commit under NORMAL appends to
 * the log without a sync; a power cut may lose it but cannot corrupt the file.
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
