/** What a database file can do to bring its log to the disk. */
export interface LoggedFile {
  /** Waits until what is in the log is on disk, beside the work of the event loop. */
  flushLog(): Promise<void>
  /** Moves the log into the file, and both to the disk. */
  checkpoint(): Promise<void>
}

/** Brings a log to the disk for all who ask at the same time. */
export class LogSync {
  readonly #file: LoggedFile
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined
  /** A flush has failed: the system may have dropped what it could not write, and would call the next flush a success. */
  #doubtful = false

  constructor(file: LoggedFile) {
    this.#file = file
  }

  /** The last flush failed. */
  get doubtful(): boolean {
    return this.#doubtful
  }

  /** Resolves when all that was in the log before is on disk. Throws what the flush throws. */
  sync(): Promise<void> {
    // A flush that has begun may miss what was written since; the one after it serves all who wait.
    this.#next ??= this.#after(this.#running)
    return this.#next
  }

  async #after(running: Promise<void> | undefined): Promise<void> {
    await running?.catch(() => undefined)
    const flush = this.#flush()
    this.#running = flush
    this.#next = undefined
    await flush
  }

  async #flush(): Promise<void> {
    try {
      await (this.#doubtful ? this.#file.checkpoint() : this.#file.flushLog())
      this.#doubtful = false
    } catch (error) {
      this.#doubtful = true
      throw error
    }
  }
}
