import { fdatasyncSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'

/** With one core, the event loop itself waits for a disk that is faster than this. */
const QUICK_MS = 2

export interface LogFileOptions {
  /** Milliseconds. If the clock is changed, the next flush runs on the other thread. */
  readonly now: () => number
  /** Cores that this process may use; by default as many as the system reports. */
  readonly cores?: number
}

/** The write-ahead log as a file, to sync it outside SQLite. */
export class LogFile {
  readonly #path: string
  readonly #now: () => number
  readonly #alone: boolean
  #handle: FileHandle | undefined
  #lasted = Number.POSITIVE_INFINITY

  constructor(path: string, { now, cores = availableParallelism() }: LogFileOptions) {
    this.#path = path
    this.#now = now
    this.#alone = cores === 1
  }

  /**
   * Waits on another thread until everything written to the log is on disk. With one core and a fast disk it waits on
   * this thread: another thread would take the core from the event loop anyway, and the handover costs half as much as
   * the disk. One call at a time.
   */
  async flush(): Promise<void> {
    this.#handle ??= await open(this.#path, 'r+')
    const begun = this.#now()
    if (this.#alone && this.#lasted < QUICK_MS) fdatasyncSync(this.#handle.fd)
    else await this.#handle.datasync()
    this.#lasted = Math.abs(this.#now() - begun)
  }

  async close(): Promise<void> {
    await this.#handle?.close()
  }
}
