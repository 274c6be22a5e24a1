import type { Clock, Instant } from '@wayproof/kernel'
import type { Log } from '@wayproof/kernel/operation-log'
import type { FailureLog } from '../scheduler-ports.ts'

const FIRST_INTERVAL_MS = 60_000
const LONGEST_INTERVAL_MS = 3_600_000

interface Failing {
  /** Its name and message: where it came from is never twice the same. */
  readonly error: string
  readonly times: number
  readonly toldAt: Instant
  readonly interval: number
}

/**
 * Tells of what is tried again and again and fails: at once, at once when the error is another, then at intervals that
 * double up to an hour, and once when it works again.
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
      // A clock that was set back keeps nothing quiet.
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
