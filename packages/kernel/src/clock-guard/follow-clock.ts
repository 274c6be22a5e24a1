import type { Clock, Instant } from '../clock.ts'

/** A clock that shows the time of another one, as last measured. */
export interface FollowingClock extends Clock {
  /** Measures the other clock. */
  follow(): Promise<void>
}

/** A smaller difference may be the time that the measurement takes. */
const TOLERANCE_MS = 2_000

/**
 * Makes `clock` follow the one that `timeThere` reads, so that processes on several machines agree on leases and dates.
 * Null: there is no other clock.
 */
export function followClock(clock: Clock, timeThere: () => Promise<Instant | null>): FollowingClock {
  let ahead = 0
  return {
    now: () => clock.now() - ahead,
    follow: async () => {
      const sentAt = clock.now()
      const there = await timeThere()
      if (there === null) return
      const measured = Math.round((sentAt + clock.now()) / 2 - there)
      if (Math.abs(measured - ahead) > TOLERANCE_MS) ahead = measured
    },
  }
}
