import { type FileHandle, open } from 'node:fs/promises'

/** The write-ahead log as a file, to wait for the disk beside SQLite. */
export class LogFile {
  readonly #path: string
  #handle: FileHandle | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** Waits on another thread until all that was written to it is on disk. One at a time. */
  async flush(): Promise<void> {
    this.#handle ??= await open(this.#path, 'r+')
    await this.#handle.datasync()
  }

  async close(): Promise<void> {
    await this.#handle?.close()
  }
}
