import { appendFile } from 'node:fs/promises'
import type { PathKind } from './paths.ts'

const WITHOUT_TIME = { level: 'info', app: 'survey', time: null } as const

/** Access log line of a request, without time, sender and link (docs/decisions/010). */
export function accessLine(method: string, path: PathKind, status: number): string {
  return JSON.stringify({ ...WITHOUT_TIME, event: 'request', method, path, status })
}

/** First line of a process: explains why the others have no time. */
export const accessLogReason: string = JSON.stringify({
  ...WITHOUT_TIME,
  event: 'access-log',
  reason: 'A time beside a request could tie a response to a person (docs/decisions/010).',
})

export interface AccessLog {
  readonly write: (line: string) => void
  /** Resolves when all lines so far are in the file. */
  readonly flush: () => Promise<void>
}

/**
 * Appends lines to a file in batches collected during one `pause`; a crash may lose one batch. The file is opened again
 * for each batch, so it may be moved away at any time. A full disk loses lines, never an answer; `failed` is called
 * once.
 */
export function fileAccessLog(file: string, pause: () => Promise<void>, failed: (error: unknown) => void): AccessLog {
  let buffered = ''
  let writing: Promise<void> | null = null
  let hasFailed = false
  const drain = async () => {
    while (buffered !== '') {
      await pause()
      const lines = buffered
      buffered = ''
      try {
        await appendFile(file, lines)
      } catch (error) {
        if (!hasFailed) failed(error)
        hasFailed = true
      }
    }
    writing = null
  }
  return {
    write: (line) => {
      buffered += `${line}\n`
      writing ??= drain()
    },
    flush: async () => {
      await writing
    },
  }
}
