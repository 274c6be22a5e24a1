import type { Instant } from '../clock.ts'
import type { ClockDoubt, ClockRecord } from './trusted-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** As far as time services move a running clock; nothing is said of it. */
export const SLIGHT_MS = 2 * MINUTE
/** What a clock may gain while a process runs. What it gained is forgiven at a quarter of the time that passes: 6 hours a day. */
export const MOST_GAINED_MS = 6 * HOUR
const FORGIVEN_SHARE = 1 / 4
/** How long nobody may have looked. */
export const LONGEST_AWAY_MS = 7 * 24 * HOUR
/** A second source this near agrees. Further than `MOST_GAINED_MS` it disagrees; between the two it says nothing. */
const AGREES_WITHIN_MS = 5 * MINUTE
/** A process that has not looked for this long relies on what another has trusted in the last `FRESH_MS`. */
const STALE_MS = HOUR
const FRESH_MS = 10 * MINUTE

/** Where a process last believed the clock, and what its stopwatch showed. */
export interface ClockAnchor {
  readonly wall: Instant
  readonly elapsed: number
  /** Milliseconds that the clock gained and that are not forgiven yet. */
  readonly gained: number
  /** As of the trusted moment that it goes back to. */
  readonly afterGap: boolean
  readonly confirmations: number
}

export interface ClockReading extends ClockRecord {
  readonly wall: Instant
  readonly elapsed: number
  readonly anchor: ClockAnchor | null
  /** Whether this process asked the question that is open. */
  readonly asked: boolean
  /** Milliseconds by which the clock is ahead of the second source; null: there is none, it was not asked, or it did not answer. */
  readonly offset: number | null
}

export interface Believed {
  readonly trusted: true
  readonly anchor: ClockAnchor
  /** The second source agrees. */
  readonly agrees: boolean
}

export type ClockVerdict =
  | Believed
  | { readonly trusted: false; readonly doubt: ClockDoubt; readonly expected: Instant | null }

/** Decides whether the clock may be believed. A second source that agrees settles it, whatever was measured. */
export function judgeClock(reading: ClockReading): ClockVerdict {
  const { offset, trusted } = reading
  if (offset !== null && Math.abs(offset) <= AGREES_WITHIN_MS) return believed(reading, { agrees: true })
  if (reading.empty) return believed(reading)
  if (offset !== null && Math.abs(offset) > MOST_GAINED_MS && !trusted?.sourceDisregarded)
    return doubted('source-disagrees', reading.wall - offset)
  const anchor = anchorInForce(reading)
  return anchor ? judgeRunning(reading, anchor) : judgeBeginning(reading)
}

/** What the clock should show by the stopwatch; null where this process has not believed it yet. */
function expectedAt(anchor: ClockAnchor | null, elapsed: number): Instant | null {
  return anchor && anchor.wall + elapsed - anchor.elapsed
}

/** Whether the second source should be asked although nothing is in doubt: at the beginning, and after any step. */
export function wantsSource({ wall, elapsed, anchor }: Pick<ClockReading, 'wall' | 'elapsed' | 'anchor'>): boolean {
  const expected = expectedAt(anchor, elapsed)
  return expected === null || Math.abs(wall - expected) > SLIGHT_MS
}

/** What the clock has gained on the stopwatch, less what is forgiven. */
export function gainedAt(anchor: ClockAnchor, wall: Instant, elapsed: number): number {
  const since = elapsed - anchor.elapsed
  return Math.max(0, anchor.gained - since * FORGIVEN_SHARE) + Math.max(0, wall - anchor.wall - since)
}

function anchorInForce({ anchor, trusted }: ClockReading): ClockAnchor | null {
  return anchor && anchor.confirmations === (trusted?.confirmations ?? 0) ? anchor : null
}

function judgeRunning(reading: ClockReading, anchor: ClockAnchor): ClockVerdict {
  const { wall, elapsed, trusted, question } = reading
  const gap = trusted ? wall - trusted.at : 0
  if (!question && elapsed - anchor.elapsed > STALE_MS && gap >= -SLIGHT_MS && gap <= FRESH_MS)
    return believed(reading, { afterGap: trusted?.afterGap ?? false })
  const expected = anchor.wall + elapsed - anchor.elapsed
  const gained = gainedAt(anchor, wall, elapsed)
  if (gained > MOST_GAINED_MS) return doubted('jumped-ahead', expected)
  if (wall < expected - SLIGHT_MS && gap < -SLIGHT_MS) return doubted('went-back', expected)
  const { afterGap } = anchor
  if (question && standsWhereAsked(reading) && afterGap && !reading.asked) return doubted(question.doubt, null)
  return believed(reading, { gained, afterGap })
}

function judgeBeginning(reading: ClockReading): ClockVerdict {
  const { wall, trusted, question } = reading
  if (!trusted) return doubted('long-away', null)
  const gap = wall - trusted.at
  if (gap < -SLIGHT_MS) return doubted('went-back', null)
  // An officer has just said what time it is, where this process believed the clock before.
  if (gap > (reading.anchor ? MOST_GAINED_MS : LONGEST_AWAY_MS)) return doubted('long-away', null)
  if (question && standsWhereAsked(reading)) return doubted(question.doubt, null)
  return believed(reading, { afterGap: trusted.afterGap || gap > MOST_GAINED_MS })
}

/** The clock has not come right since an officer was asked: it shows what was doubted, or later. */
const standsWhereAsked = ({ wall, question }: ClockReading): boolean =>
  question !== null && question.doubt !== 'went-back' && wall >= question.shown - SLIGHT_MS

const doubted = (doubt: ClockDoubt, expected: Instant | null): ClockVerdict => ({ trusted: false, doubt, expected })

function believed(
  { wall, elapsed, trusted }: ClockReading,
  { gained = 0, afterGap = false, agrees = false } = {},
): ClockVerdict {
  const anchor = { wall, elapsed, gained, afterGap, confirmations: trusted?.confirmations ?? 0 }
  return { trusted: true, anchor, agrees }
}
