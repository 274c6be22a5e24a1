const SECOND = 1000
const DAY = 86_400 * SECOND

/** A letter that was deferred for this long fails. */
const LONGEST = 3 * DAY

/** The usual wait after the first attempt, in milliseconds: a greylist or a full queue passes soon. */
export const FIRST_WAIT_MS = 10 * SECOND

/** Waits after the first, second, ... attempt as multiples of the first wait. All later waits are LAST. */
const MULTIPLES = [1, 3, 12, 60, 360, 1080, 2160, 4320]
const LAST = 8640

/** Waits grow up to a day, so that a long first wait leaves room for several attempts. */
const waitAfter = (attempt: number, firstWait: number): number =>
  Math.min(DAY, firstWait * (MULTIPLES[attempt - 1] ?? LAST))

/** Milliseconds until the next attempt, after `attempt` of them; null if all waits together would exceed three days. */
export function backOff(attempt: number, firstWait: number): number | null {
  let waited = 0
  for (let before = 1; before < attempt; before += 1) waited += waitAfter(before, firstWait)
  const wait = waitAfter(attempt, firstWait)
  return waited + wait > LONGEST ? null : wait
}

/** Milliseconds until the outbox is asked again that failed `times` in a row. */
export const outboxBackOff = (times: number): number => Math.min(30 * SECOND, SECOND * 2 ** Math.min(times - 1, 10))
