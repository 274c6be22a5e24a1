import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Number of kept lines, for late callers and for a report of a failed process, which may have run for months. */
const KEPT_LINES = 200

/** The output of a process, line by line. */
export interface OutputLines {
  /** The last lines, oldest first. */
  readonly recent: readonly string[]
  /**
   * Returns what `wanted` takes from the first line that it accepts, among the last lines and all later ones. Null
   * after `timeoutMs` milliseconds, or when the output ended.
   */
  first<T>(wanted: (line: string) => T | undefined, timeoutMs: number): Promise<T | null>
  /** Resolves when the output ended and every line was passed on. */
  readonly ended: Promise<unknown>
}

/** Passes every line to `write`. */
export function outputLines(streams: readonly Readable[], write: (line: string) => void): OutputLines {
  const recent: string[] = []
  const looking = new Set<(line: string) => void>()
  const ends = streams.map((stream) => {
    const lines = createInterface({ input: stream }).on('line', (line) => {
      recent.push(line)
      if (recent.length > KEPT_LINES) recent.shift()
      write(line)
      for (const look of looking) look(line)
    })
    return new Promise<void>((resolve) => lines.once('close', resolve))
  })
  const ended = Promise.all(ends)
  return {
    recent,
    ended,
    async first<T>(wanted: (line: string) => T | undefined, timeoutMs: number) {
      const firstMatch = Promise.withResolvers<{ readonly taken: T } | null>()
      const look = (line: string) => {
        const taken = wanted(line)
        if (taken !== undefined) firstMatch.resolve({ taken })
      }
      const late = setTimeout(() => firstMatch.resolve(null), timeoutMs)
      recent.forEach(look)
      looking.add(look)
      void ended.then(() => firstMatch.resolve(null))
      try {
        return (await firstMatch.promise)?.taken ?? null
      } finally {
        clearTimeout(late)
        looking.delete(look)
      }
    },
  }
}
