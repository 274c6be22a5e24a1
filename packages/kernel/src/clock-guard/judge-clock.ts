import type { Instant } from '../clock.ts'
import type { ClockDoubt, ClockRecord } from './trusted-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Largest step that time services apply to a running clock; such steps are ignored. */
export const SLIGHT_MS = 2 * MINUTE
/**
 * Most that a clock may gain on the stopwatch while a process runs. A quarter of the elapsed time is forgiven: 6 hours
 * a day.
 */
export const MOST_GAINED_MS = 6 * HOUR
const FORGIVEN_SHARE = 1 / 4
/** Longest time without any clock check before an officer must confirm the clock. */
export const LONGEST_AWAY_MS = 7 * 24 * HOUR
/**
 * A second source within this distance agrees. Beyond `MOST_GAINED_MS` it disagrees; between the two it decides
 * nothing.
 */
const AGREES_WITHIN_MS = 5 * MINUTE
/** A process whose last check is older relies on a moment that another process trusted within `FRESH_MS`. */
const STALE_MS = HOUR
const FRESH_MS = 10 * MINUTE

/** The last moment at which this process trusted the clock, with the stopwatch reading at that time. */
export interface ClockAnchor {
  readonly wall: Instant
  readonly elapsed: number
  /** Milliseconds that the clock has gained and that are not yet forgiven. */
  readonly gained: number
  /** Copied from the trusted moment that this anchor is based on. */
  readonly afterGap: boolean
  readonly confirmations: number
}

export interface ClockReading extends ClockRecord {
  readonly wall: Instant
  readonly elapsed: number
  readonly anchor: ClockAnchor | null
  /** True if this process asked the open question. */
  readonly asked: boolean
  /**
   * Milliseconds by which the clock is ahead of the second source. Null if there is no source, it was not asked, or it
   * did not respond.
   */
  readonly offset: number | null
}

export interface Believed {
  readonly trusted: true
  readonly anchor: ClockAnchor
  /** True if the second source agrees. */
  readonly agrees: boolean
}

export type ClockVerdict =
  | Believed
  | { readonly trusted: false; readonly doubt: ClockDoubt; readonly expected: Instant | null }

/** Decides whether the clock is trusted. A second source that agrees overrides every measurement. */
export function judgeClock(reading: ClockReading): ClockVerdict {
  const { offset, trusted } = reading
  if (offset !== null && Math.abs(offset) <= AGREES_WITHIN_MS) return believed(reading, { agrees: true })
  if (reading.empty) return believed(reading)
  if (offset !== null && Math.abs(offset) > MOST_GAINED_MS && !trusted?.sourceDisregarded)
    return doubted('source-disagrees', reading.wall - offset)
  const anchor = anchorInForce(reading)
  return anchor ? judgeRunning(reading, anchor) : judgeBeginning(reading)
}

/** Returns the time that the clock should show by the stopwatch, or null if this process has no anchor yet. */
function expectedAt(anchor: ClockAnchor | null, elapsed: number): Instant | null {
  return anchor && anchor.wall + elapsed - anchor.elapsed
}

/**
 * Returns true if the second source should be asked even though nothing is in doubt: at start-up and after any clock
 * step.
 */
export function wantsSource({ wall, elapsed, anchor }: Pick<ClockReading, 'wall' | 'elapsed' | 'anchor'>): boolean {
  const expected = expectedAt(anchor, elapsed)
  return expected === null || Math.abs(wall - expected) > SLIGHT_MS
}

/** Milliseconds that the clock has gained on the stopwatch, less the forgiven part. */
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
  // With an anchor, an officer has just confirmed the clock, so only a small gap is allowed.
  if (gap > (reading.anchor ? MOST_GAINED_MS : LONGEST_AWAY_MS)) return doubted('long-away', null)
  if (question && standsWhereAsked(reading)) return doubted(question.doubt, null)
  return believed(reading, { afterGap: trusted.afterGap || gap > MOST_GAINED_MS })
}

/**
 * Returns true if the clock still shows the doubted time or a later one, that is, it has not recovered since the
 * question.
 */
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
