import type SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../database-fault.ts'
import type { DamageMark } from './damage-mark.ts'
import { type Release, WriteLock } from './write-lock.ts'

/** Serializes the writes of this process on the writing connection until the database is closed or damaged. */
export class WriteTurns {
  readonly #lock = new WriteLock()
  readonly #damage: DamageMark
  readonly #commitSync: CommitSync
  #closed = false

  constructor(damage: DamageMark, commitSync: CommitSync) {
    this.#damage = damage
    this.#commitSync = commitSync
  }

  /** Waits for the lock. Until it is released, each commit waits for the disk unless `synced` is false. */
  async take(synced: boolean): Promise<Release> {
    this.assertOpen()
    const [fault] = this.#damage.read()?.faults ?? []
    if (fault !== undefined) throw new DatabaseFault('damaged', fault)
    const release = await this.#lock.acquire()
    try {
      this.assertOpen()
      this.#commitSync.set(synced)
      return release
    } catch (error) {
      release()
      throw error
    }
  }

  /** Waits for the last write; later calls throw `closed`. */
  async close(): Promise<Release> {
    const release = await this.#lock.acquire()
    this.#closed = true
    return release
  }

  assertOpen(): void {
    if (this.#closed) throw new DatabaseFault('closed', 'the database is closed')
  }
}

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
