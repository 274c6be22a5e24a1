import type { Clock, Instant, Stopwatch } from '../clock.ts'
import {
  type Believed,
  type ClockAnchor,
  type ClockReading,
  gainedAt,
  judgeClock,
  MOST_GAINED_MS,
  SLIGHT_MS,
  wantsSource,
} from './judge-clock.ts'
import type { TrustedClock } from './trusted-clock.ts'

/** Longest interval between two requests to the second source. */
const SOURCE_EVERY_MS = 60 * 60_000
/** Shortest interval between two stored trusted moments. */
const KEEP_EVERY_MS = 60_000

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
  look(): Promise<boolean>
  /** Returns the result of the last check without any lookup. */
  trusts(): boolean
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
  let asked = false
  let sourceAsked = Number.NEGATIVE_INFINITY

  async function read(ask: boolean): Promise<ClockReading> {
    const offset = ask ? await clockOffset() : null
    if (ask) sourceAsked = stopwatch.elapsed()
    const record = await trustedClock.read()
    return { ...record, wall: clock.now(), elapsed: stopwatch.elapsed(), anchor, asked, offset }
  }

  async function judged() {
    const reading = await read(stopwatch.elapsed() - sourceAsked > SOURCE_EVERY_MS)
    const verdict = judgeClock(reading)
    if (reading.offset !== null || (verdict.trusted && !wantsSource(reading))) return { reading, verdict }
    const again = await read(true)
    return { reading: again, verdict: judgeClock(again) }
  }

  async function keep({ trusted, question, wall }: ClockReading, { agrees, anchor: { afterGap } }: Believed) {
    // A small step back does not move the trusted moment: many such steps would add up.
    const slight = trusted !== null && wall <= trusted.at && wall >= trusted.at - SLIGHT_MS
    const known = trusted !== null && (slight || (wall >= trusted.at && wall < trusted.at + KEEP_EVERY_MS))
    if (known && !question && !(agrees && trusted.sourceDisregarded)) return
    await trustedClock.trust(slight ? trusted.at : wall, { agrees, afterGap })
  }

  const stillRight = (wall: Instant): boolean => {
    if (!holds || !anchor) return false
    return wall >= anchor.wall - SLIGHT_MS && gainedAt(anchor, wall, stopwatch.elapsed()) <= MOST_GAINED_MS
  }

  return {
    look: async () => {
      const { reading, verdict } = await judged()
      if (!verdict.trusted) {
        holds = false
        const { wall: shown, trusted, offset } = reading
        if (!reading.question) asked = true
        const { doubt, expected } = verdict
        await trustedClock.ask({ doubt, shown, trusted: trusted?.at ?? null, expected, offset })
        return false
      }
      await keep(reading, verdict)
      anchor = verdict.anchor
      holds = true
      asked = false
      return true
    },
    trusts: () => stillRight(clock.now()),
    clock: {
      now: () => {
        const wall = clock.now()
        if (!stillRight(wall)) throw new ClockInDoubt('the clock jumped since it was last believed')
        return wall
      },
    },
  }
}
