/** Syncs the log of a database file. */
export interface LoggedFile {
  /** Waits until the content of the log is on disk, without blocking the event loop. */
  flushLog(): Promise<void>
  /** Moves the log into the file and syncs both. */
  checkpoint(): Promise<void>
}

/** Syncs a log once for all callers that wait at the same time. */
export class LogSync {
  readonly #file: LoggedFile
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined
  /**
   * A flush has failed: the system may have dropped the unwritten pages and would report success for the next flush.
   */
  #lastFlushFailed = false

  constructor(file: LoggedFile) {
    this.#file = file
  }

  /** True if the last flush failed. */
  get lastFlushFailed(): boolean {
    return this.#lastFlushFailed
  }

  /** Resolves when everything written to the log before the call is on disk. Throws the error of the flush. */
  sync(): Promise<void> {
    // A running flush may miss writes since its start; the next one serves all waiting callers.
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
      await (this.#lastFlushFailed ? this.#file.checkpoint() : this.#file.flushLog())
      this.#lastFlushFailed = false
    } catch (error) {
      this.#lastFlushFailed = true
      throw error
    }
  }
}
