import type { Clock, Instant, Stopwatch } from '../clock.ts'
import {
  type ClockAnchor,
  type ClockReading,
  gainedAt,
  judgeClock,
  MAX_GAIN_MS,
  SMALL_STEP_MS,
  type TrustedVerdict,
  wantsSource,
} from './judge-clock.ts'
import type { TrustedClock } from './trusted-clock.ts'

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
