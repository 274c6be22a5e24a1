import type { DamageMark } from '../../damage/damage-mark.ts'
import { DatabaseFault } from '../database-fault.ts'
import type { CommitSync } from './commit-sync.ts'
import { type Release, WriteLock } from './write-lock.ts'

/** Gives each write of this process its turn on the writing connection, until the database is closed or damaged. */
export class WriteTurns {
  readonly #lock = new WriteLock()
  readonly #damage: DamageMark
  readonly #commitSync: CommitSync
  #closed = false

  constructor(damage: DamageMark, commitSync: CommitSync) {
    this.#damage = damage
    this.#commitSync = commitSync
  }

  /** Waits for the turn. Until it is released the writer waits for the disk at each commit, unless not `synced`. */
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

  /** Waits for the last turn; every later one gets the fault `closed`. */
  async close(): Promise<Release> {
    const release = await this.#lock.acquire()
    this.#closed = true
    return release
  }

  assertOpen(): void {
    if (this.#closed) throw new DatabaseFault('closed', 'the database is closed')
  }
}
