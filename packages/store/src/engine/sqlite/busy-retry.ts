import { DatabaseFault, isBusy } from '../database-fault.ts'
import type { Timing } from '../timing.ts'

const GIVE_UP_AFTER_MS = 30_000
/** Between two tries. */
const LONGEST_PAUSE_MS = 18
/** The jitter makes it half as long to half as long again. */
const MOST_TRIES_COUNTED = LONGEST_PAUSE_MS / 1.5

/**
 * Runs `attempt` until it no longer meets SQLITE_BUSY, for at most 30 s, sleeping between tries so that the event loop
 * stays free. `attempt` must leave nothing behind when it throws. Throws DatabaseFault `busy` when the time is over.
 */
export async function retryWhileBusy<T>(timing: Timing, attempt: () => T): Promise<T> {
  const end = timing.now() + GIVE_UP_AFTER_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      const now = timing.now()
      if (now >= end) throw new DatabaseFault('busy', 'another process held the database for 30 s', { cause: error })
      await timing.sleep(pause(tries, now))
    }
  }
}

/** Grows with the tries; the clock's fraction sets waiting processes apart, so that they do not knock in step. */
function pause(tries: number, now: number): number {
  const jitter = 0.5 + ((now * 0.618) % 1)
  return Math.min(tries, MOST_TRIES_COUNTED) * jitter
}
