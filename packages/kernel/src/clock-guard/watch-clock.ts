import type { Clock, Instant, Stopwatch } from '../clock.ts'
import type { ClockDoubt, ClockRecord, TrustedClock } from './trusted-clock.ts'

/** Longest interval between two requests to the second source. */
const SOURCE_EVERY_MS = 60 * 60_000
/** Shortest interval between two stored trusted moments. */
const STORE_EVERY_MS = 60_000

export interface ClockGuardPorts {
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  /**
   * Milliseconds by which the clock is ahead of the second source; null if there is no source or it does not respond.
   */
  readonly clockOffset: () => Promise<number | null>
  readonly trustedClock: TrustedClock
}

/** Guards every action that a wrong clock would spoil: opening, mailing, closing, unlinking, deleting, sealing. */
export interface ClockGuard {
  /** Checks the clock. Returns false if it is not trusted; an officer is then asked. */
  check(): Promise<boolean>
  /** Returns the result of the last check without any lookup. */
  isTrusted(): boolean
  /** The clock for work that begins after a check. Throws `ClockInDoubt` once the clock is no longer trusted. */
  readonly clock: Clock
}

/** Thrown when the clock jumped during an action that cannot be undone. */
export class ClockInDoubt extends Error {
  override readonly name = 'ClockInDoubt'
}

/** Creates the clock guard of one process. It remembers the clock and the stopwatch at the last trusted moment. */
export function clockGuard({ clock, stopwatch, clockOffset, trustedClock }: ClockGuardPorts): ClockGuard {
  let anchor: ClockAnchor | null = null
  let holds = false
  let hasAsked = false
  let sourceAskedAt = Number.NEGATIVE_INFINITY

  async function readClock(asksSource: boolean): Promise<ClockReading> {
    const offset = asksSource ? await clockOffset() : null
    if (asksSource) sourceAskedAt = stopwatch.elapsed()
    const record = await trustedClock.read()
    return { ...record, wall: clock.now(), elapsed: stopwatch.elapsed(), anchor, askedByThisProcess: hasAsked, offset }
  }

  async function judgeNow() {
    const reading = await readClock(stopwatch.elapsed() - sourceAskedAt > SOURCE_EVERY_MS)
    const verdict = judgeClock(reading)
    if (reading.offset !== null || (verdict.isTrusted && !wantsSource(reading))) return { reading, verdict }
    const secondReading = await readClock(true)
    return { reading: secondReading, verdict: judgeClock(secondReading) }
  }

  async function storeTrustedMoment(
    { trustedMoment, question, wall }: ClockReading,
    { agrees, anchor: { afterGap } }: TrustedVerdict,
  ) {
    // A small step back does not move the trusted moment: many such steps would add up.
    const isSmallStepBack =
      trustedMoment !== null && wall <= trustedMoment.at && wall >= trustedMoment.at - SMALL_STEP_MS
    const isAlreadyStored =
      trustedMoment !== null &&
      (isSmallStepBack || (wall >= trustedMoment.at && wall < trustedMoment.at + STORE_EVERY_MS))
    if (isAlreadyStored && !question && !(agrees && trustedMoment.sourceDisregarded)) return
    await trustedClock.trust(isSmallStepBack ? trustedMoment.at : wall, { agrees, afterGap })
  }

  const isStillTrusted = (wall: Instant): boolean => {
    if (!holds || !anchor) return false
    return wall >= anchor.wall - SMALL_STEP_MS && gainedAt(anchor, wall, stopwatch.elapsed()) <= MAX_GAIN_MS
  }

  return {
    check: async () => {
      const { reading, verdict } = await judgeNow()
      if (!verdict.isTrusted) {
        holds = false
        const { wall, trustedMoment, offset } = reading
        if (!reading.question) hasAsked = true
        const { doubt, expected } = verdict
        await trustedClock.ask({ doubt, shown: wall, trusted: trustedMoment?.at ?? null, expected, offset })
        return false
      }
      await storeTrustedMoment(reading, verdict)
      anchor = verdict.anchor
      holds = true
      hasAsked = false
      return true
    },
    isTrusted: () => isStillTrusted(clock.now()),
    clock: {
      now: () => {
        const wall = clock.now()
        if (!isStillTrusted(wall)) throw new ClockInDoubt('the clock jumped since it was last believed')
        return wall
      },
    },
  }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Largest step that time services apply to a running clock; such steps are ignored. */
export const SMALL_STEP_MS = 2 * MINUTE
/**
 * Most that a clock may gain on the stopwatch while a process runs. A quarter of the elapsed time is forgiven: 6 hours
 * a day.
 */
export const MAX_GAIN_MS = 6 * HOUR
const FORGIVEN_SHARE = 1 / 4
/** Longest time without any clock check before an officer must confirm the clock. */
export const LONGEST_UNCHECKED_MS = 7 * 24 * HOUR
/**
 * A second source within this distance agrees. Beyond `MAX_GAIN_MS` it disagrees; between the two it decides
 * nothing.
 */
const AGREES_WITHIN_MS = 5 * MINUTE
/** A process whose last check is older relies on a moment that another process trusted within `FRESH_MS`. */
const STALE_MS = HOUR
const FRESH_MS = 10 * MINUTE

/** The last moment at which this process trusted the clock, with the stopwatch reading at that time. */
interface ClockAnchor {
  readonly wall: Instant
  readonly elapsed: number
  /** Milliseconds that the clock has gained and that are not yet forgiven. */
  readonly gained: number
  /** Copied from the trusted moment that this anchor is based on. */
  readonly afterGap: boolean
  readonly confirmations: number
}

interface ClockReading extends ClockRecord {
  readonly wall: Instant
  readonly elapsed: number
  readonly anchor: ClockAnchor | null
  /** True if this process asked the open question. */
  readonly askedByThisProcess: boolean
  /**
   * Milliseconds by which the clock is ahead of the second source. Null if there is no source, it was not asked, or it
   * did not respond.
   */
  readonly offset: number | null
}

interface TrustedVerdict {
  readonly isTrusted: true
  readonly anchor: ClockAnchor
  /** True if the second source agrees. */
  readonly agrees: boolean
}

type ClockVerdict =
  | TrustedVerdict
  | { readonly isTrusted: false; readonly doubt: ClockDoubt; readonly expected: Instant | null }

/** Decides whether the clock is trusted. A second source that agrees overrides every measurement. */
function judgeClock(reading: ClockReading): ClockVerdict {
  const { offset, trustedMoment } = reading
  if (offset !== null && Math.abs(offset) <= AGREES_WITHIN_MS) return trustVerdict(reading, { agrees: true })
  if (reading.isDatabaseEmpty) return trustVerdict(reading)
  if (offset !== null && Math.abs(offset) > MAX_GAIN_MS && !trustedMoment?.sourceDisregarded)
    return doubtVerdict('source-disagrees', reading.wall - offset)
  const anchor = anchorInForce(reading)
  return anchor ? judgeMeasuredClock(reading, anchor) : judgeUnmeasuredClock(reading)
}

/** Returns the time that the clock should show by the stopwatch, or null if this process has no anchor yet. */
function expectedAt(anchor: ClockAnchor | null, elapsed: number): Instant | null {
  return anchor && anchor.wall + elapsed - anchor.elapsed
}

/**
 * Returns true if the second source should be asked even though nothing is in doubt: at start-up and after any clock
 * step.
 */
function wantsSource({ wall, elapsed, anchor }: Pick<ClockReading, 'wall' | 'elapsed' | 'anchor'>): boolean {
  const expected = expectedAt(anchor, elapsed)
  return expected === null || Math.abs(wall - expected) > SMALL_STEP_MS
}

/** Milliseconds that the clock has gained on the stopwatch, less the forgiven part. */
function gainedAt(anchor: ClockAnchor, wall: Instant, elapsed: number): number {
  const elapsedSince = elapsed - anchor.elapsed
  return Math.max(0, anchor.gained - elapsedSince * FORGIVEN_SHARE) + Math.max(0, wall - anchor.wall - elapsedSince)
}

function anchorInForce({ anchor, trustedMoment }: ClockReading): ClockAnchor | null {
  return anchor && anchor.confirmations === (trustedMoment?.confirmations ?? 0) ? anchor : null
}

function judgeMeasuredClock(reading: ClockReading, anchor: ClockAnchor): ClockVerdict {
  const { wall, elapsed, trustedMoment, question } = reading
  const gap = trustedMoment ? wall - trustedMoment.at : 0
  if (!question && elapsed - anchor.elapsed > STALE_MS && gap >= -SMALL_STEP_MS && gap <= FRESH_MS)
    return trustVerdict(reading, { afterGap: trustedMoment?.afterGap ?? false })
  const expected = anchor.wall + elapsed - anchor.elapsed
  const gained = gainedAt(anchor, wall, elapsed)
  if (gained > MAX_GAIN_MS) return doubtVerdict('jumped-ahead', expected)
  if (wall < expected - SMALL_STEP_MS && gap < -SMALL_STEP_MS) return doubtVerdict('went-back', expected)
  const { afterGap } = anchor
  if (question && stillShowsDoubtedTime(reading) && afterGap && !reading.askedByThisProcess)
    return doubtVerdict(question.doubt, null)
  return trustVerdict(reading, { gained, afterGap })
}

function judgeUnmeasuredClock(reading: ClockReading): ClockVerdict {
  const { wall, trustedMoment, question } = reading
  if (!trustedMoment) return doubtVerdict('long-away', null)
  const gap = wall - trustedMoment.at
  if (gap < -SMALL_STEP_MS) return doubtVerdict('went-back', null)
  // With an anchor, an officer has just confirmed the clock, so only a small gap is allowed.
  if (gap > (reading.anchor ? MAX_GAIN_MS : LONGEST_UNCHECKED_MS)) return doubtVerdict('long-away', null)
  if (question && stillShowsDoubtedTime(reading)) return doubtVerdict(question.doubt, null)
  return trustVerdict(reading, { afterGap: trustedMoment.afterGap || gap > MAX_GAIN_MS })
}

/**
 * Returns true if the clock still shows the doubted time or a later one, that is, it has not recovered since the
 * question.
 */
const stillShowsDoubtedTime = ({ wall, question }: ClockReading): boolean =>
  question !== null && question.doubt !== 'went-back' && wall >= question.shown - SMALL_STEP_MS

const doubtVerdict = (doubt: ClockDoubt, expected: Instant | null): ClockVerdict => ({
  isTrusted: false,
  doubt,
  expected,
})

function trustVerdict(
  { wall, elapsed, trustedMoment }: ClockReading,
  { gained = 0, afterGap = false, agrees = false } = {},
): ClockVerdict {
  const anchor = { wall, elapsed, gained, afterGap, confirmations: trustedMoment?.confirmations ?? 0 }
  return { isTrusted: true, anchor, agrees }
}
