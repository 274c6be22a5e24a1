import { Worker } from 'node:worker_threads'
import type SQLite from 'better-sqlite3'

/** Commits after which the thread moves the log. */
const COMMITS = 64
/** The thread starts after this many commits: most writers are too idle to be worth its memory. */
const COMMITS_BEFORE_THREAD = 512
/**
 * Log size in pages at which the writer itself moves the log: without a thread, and with one, which leaves it little to
 * do.
 */
const [PAGES_ALONE, PAGES_BESIDE] = [1000, 8000]

/**
 * Moves the log of a busy writer into the file on a thread, because SQLite does it inside a commit and waits for the
 * disk twice. The log restarts only if all of it was moved while nothing was written, so at PAGES_BESIDE the writer
 * moves the rest.
 */
export class Checkpoints {
  readonly #writer: SQLite.Database
  #thread: Worker | undefined
  #commits = 0
  #moving = false
  #ended = false
  #exited = false

  constructor(writer: SQLite.Database) {
    this.#writer = writer
  }

  /** Called after each commit. */
  committed(): void {
    this.#commits += 1
    if (this.#ended || this.#moving || this.#commits < (this.#thread ? COMMITS : COMMITS_BEFORE_THREAD)) return
    this.#thread ??= this.#started()
    this.#commits = 0
    this.#moving = true
    this.#thread.postMessage('move')
  }

  /** Ends the thread; closing the writer moves the rest of the log. */
  async close(): Promise<void> {
    this.#ended = true
    const thread = this.#thread
    if (!thread || this.#exited) return
    thread.ref()
    const exit = new Promise((resolve) => thread.once('exit', resolve))
    thread.postMessage('end')
    await exit
  }

  #started(): Worker {
    // The thread needs none of the loaders of this process, which start slowly.
    const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), {
      workerData: this.#writer.name,
      execArgv: [],
    })
    thread.unref()
    thread.once('message', () => this.#movesItselfAt(PAGES_BESIDE))
    thread.on('message', () => {
      this.#moving = false
    })
    thread.once('exit', () => {
      this.#exited = true
    })
    // The writer continues as without a thread.
    thread.on('error', () => {
      this.#ended = true
      this.#movesItselfAt(PAGES_ALONE)
    })
    return thread
  }

  #movesItselfAt(pages: number): void {
    if (this.#writer.open) this.#writer.pragma(`wal_autocheckpoint = ${pages}`)
  }
}
