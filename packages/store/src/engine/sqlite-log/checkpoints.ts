import { Worker } from 'node:worker_threads'
import type SQLite from 'better-sqlite3'

/** Commits after which the thread is told to move the log. */
const COMMITS = 64
/** Few writers are so busy that a thread is worth its memory. */
const COMMITS_BEFORE_THREAD = 512
/** Pages in the log at which the writer moves it itself: by default, and where a thread leaves it little to do. */
const [PAGES_ALONE, PAGES_BESIDE] = [1000, 8000]

/**
 * Moves the log of a busy writer into the file on a thread of its own: SQLite does it inside a commit, which waits for the
 * disk twice. The log is begun anew only when all of it was moved while nobody wrote, so at PAGES_BESIDE the
 * writer moves the rest.
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

  /** After each commit. */
  committed(): void {
    this.#commits += 1
    if (this.#ended || this.#moving || this.#commits < (this.#thread ? COMMITS : COMMITS_BEFORE_THREAD)) return
    this.#thread ??= this.#started()
    this.#commits = 0
    this.#moving = true
    this.#thread.postMessage('move')
  }

  /** The last of the log is the writer's, when it closes. */
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
    // Without the loaders of this process: the thread needs none, and they take long.
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
    // The writer goes on as it would without one.
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
