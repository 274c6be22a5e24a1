import { fdatasyncSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'

/** A disk that takes less is waited for at once, where there is one core. */
const QUICK_MS = 2

export interface LogFileOptions {
  /** Milliseconds. A clock that is set back or forth sends the next flush to the other thread. */
  readonly now: () => number
  /** Cores that this process may use; absent, as many as it has. */
  readonly cores?: number
}

/** The write-ahead log as a file, to wait for the disk beside SQLite. */
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
   * Waits until all that was written to it is on disk, on another thread. With one core and a quick disk it waits here: the
   * thread would take the core from the event loop anyway, and handing over costs half of what the disk takes. One at a time.
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
