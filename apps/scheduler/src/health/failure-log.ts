import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import type { FailureLog } from '../scheduler-ports.ts'

const FIRST_INTERVAL_MS = 60_000
const MAX_INTERVAL_MS = 3_600_000

interface Failing {
  /** Name and message of the error, because stack traces always differ. */
  readonly error: string
  readonly times: number
  readonly toldAt: Instant
  readonly interval: number
}

/**
 * Logs repeated failures: the first one, a different error, then at intervals that double up to an hour, and the
 * recovery.
 */
export function failureLog({ clock, log }: { readonly clock: Clock; readonly log: Log }): FailureLog {
  const failingByKey = new Map<string, Failing>()
  return {
    failed: (line, error) => {
      const now = clock.now()
      const key = JSON.stringify(line)
      const text = String(error)
      const previous = failingByKey.get(key)
      const times = (previous?.times ?? 0) + 1
      const sameFailure = previous?.error === text ? previous : null
      // A clock that was set back must not suppress a line.
      if (sameFailure && now >= sameFailure.toldAt && now < sameFailure.toldAt + sameFailure.interval) {
        failingByKey.set(key, { ...sameFailure, times })
        return
      }
      const interval = sameFailure ? Math.min(2 * sameFailure.interval, MAX_INTERVAL_MS) : FIRST_INTERVAL_MS
      failingByKey.set(key, { error: text, times, toldAt: now, interval })
      log({ ...line, error: text, ...(error instanceof Error && { stack: error.stack }), times })
    },
    worked: (line) => {
      const key = JSON.stringify(line)
      const previous = failingByKey.get(key)
      if (!previous) return
      failingByKey.delete(key)
      log({ ...line, event: 'works-again', after: line.event, times: previous.times })
    },
  }
}
