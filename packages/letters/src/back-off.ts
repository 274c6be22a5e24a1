const SECOND = 1000

/** The usual wait after the first attempt, in milliseconds: a greylist or a full queue passes soon. */
export const FIRST_WAIT_MS = 10 * SECOND

/** Waits after the first, second, ... attempt as multiples of the first one: from ten seconds on, three days in all. */
const waits = [1, 3, 12, 60, 360, 1080, 2160, 4320, 8640, 8640]

/** Milliseconds until the next attempt, after `attempt` of them; null when it has been tried often enough. */
export const backOff = (attempt: number, firstWait: number): number | null => {
  const wait = waits[attempt - 1]
  return wait === undefined ? null : wait * firstWait
}

/** Milliseconds until a server that took no letter at all is tried again, after `times` in a row. */
export const serverBackOff = (times: number): number => Math.min(30 * SECOND, SECOND * 2 ** Math.min(times - 1, 10))
