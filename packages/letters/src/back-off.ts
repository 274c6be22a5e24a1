const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Waits after the first, second, ... attempt: quick at first (a greylist, a full queue), three days in all. */
const waits = [
  10 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
]

/** Milliseconds until the next attempt, after `attempt` of them; null when it has been tried for three days. */
export const backOff = (attempt: number): number | null => waits[attempt - 1] ?? null

/** Milliseconds until a server that took no letter at all is tried again, after `times` in a row. */
export const serverBackOff = (times: number): number => Math.min(30 * SECOND, SECOND * 2 ** Math.min(times - 1, 10))
