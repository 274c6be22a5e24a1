/** Time window in which ends of one app are counted, in milliseconds. */
const WINDOW_MS = 600_000
/** Number of ends in the window after which an app is not restarted. */
export const MAX_ENDS = 5
const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 60_000

export interface Restart {
  /** How many times it ended within the last ten minutes, including this one. */
  readonly ends: number
  /** Milliseconds until the restart; null if it is not restarted. */
  readonly delay: number | null
}

/** Decides what follows when an app ends at `endTimes.at(-1)`; monotonic milliseconds, oldest first. */
export function restartAfter(endTimes: readonly number[]): Restart {
  const last = endTimes.at(-1) ?? 0
  const ends = endTimes.filter((time) => time > last - WINDOW_MS).length
  if (ends >= MAX_ENDS) return { ends, delay: null }
  return { ends, delay: Math.min(FIRST_DELAY_MS * 2 ** Math.max(ends - 1, 0), MAX_DELAY_MS) }
}
