import type { Clock, Instant } from '@wayproof/kernel'
import type { Log } from '@wayproof/kernel/operation-log'
import type { FailureLog } from '../scheduler-ports.ts'

const FIRST_INTERVAL_MS = 60_000
const LONGEST_INTERVAL_MS = 3_600_000

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
  const failing = new Map<string, Failing>()
  return {
    failed: (line, error) => {
      const now = clock.now()
      const key = JSON.stringify(line)
      const text = String(error)
      const known = failing.get(key)
      const times = (known?.times ?? 0) + 1
      const again = known?.error === text ? known : null
      // A clock that was set back must not suppress a line.
      if (again && now >= again.toldAt && now < again.toldAt + again.interval) {
        failing.set(key, { ...again, times })
        return
      }
      const interval = again ? Math.min(2 * again.interval, LONGEST_INTERVAL_MS) : FIRST_INTERVAL_MS
      failing.set(key, { error: text, times, toldAt: now, interval })
      log({ ...line, error: text, ...(error instanceof Error && { stack: error.stack }), times })
    },
    worked: (line) => {
      const key = JSON.stringify(line)
      const known = failing.get(key)
      if (!known) return
      failing.delete(key)
      log({ ...line, event: 'works-again', after: line.event, times: known.times })
    },
  }
}
