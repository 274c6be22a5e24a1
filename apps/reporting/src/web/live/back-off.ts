const FIRST_MS = 1000
const LONGEST_MS = 300_000
/** A connection that lasted this long was a good one. */
const GOOD_MS = 60_000

/**
 * Milliseconds to wait before the next connection: twice as long after each that failed soon, up to 5 minutes. `chance`,
 * from 0 to 1, spreads browsers that lost the same server.
 */
export function backOff() {
  let failures = 0
  return (lastedMs: number, chance: number): number => {
    if (lastedMs >= GOOD_MS) failures = 0
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)
    failures = Math.min(failures + 1, 20)
    return wait * (1 + chance)
  }
}
