import { DatabaseFault, isBusy } from '../database-fault.ts'
import type { Timing } from '../timing.ts'

const GIVE_UP_AFTER_MS = 30_000
/** Longest pause between two attempts, before jitter. */
const LONGEST_PAUSE_MS = 18
/** The jitter multiplies a pause by 0.5 to 1.5, so fewer attempts than `LONGEST_PAUSE_MS` reach the longest pause. */
const MOST_TRIES_COUNTED = LONGEST_PAUSE_MS / 1.5

/**
 * Repeats `attempt` while it throws SQLITE_BUSY, for at most 30 s, and sleeps between attempts so that the event loop
 * stays free. `attempt` must leave nothing behind when it throws. Throws DatabaseFault `busy` after 30 s.
 */
export async function retryWhileBusy<T>(timing: Timing, attempt: () => T): Promise<T> {
  const end = timing.now() + GIVE_UP_AFTER_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      const now = timing.now()
      if (now >= end) throw new DatabaseFault('busy', 'another process locked the database for 30 s', { cause: error })
      await timing.sleep(pause(tries, now))
    }
  }
}

/**
 * Pauses grow with the attempts; the fraction of the clock keeps waiting processes from retrying at the same moments.
 */
function pause(tries: number, now: number): number {
  const jitter = 0.5 + ((now * 0.618) % 1)
  return Math.min(tries, MOST_TRIES_COUNTED) * jitter
}
