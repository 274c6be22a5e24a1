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

/** The second source is asked at least this often. */
const SOURCE_EVERY_MS = 60 * 60_000
/** A trusted moment is kept at most this often. */
const KEEP_EVERY_MS = 60_000

export interface ClockGuardPorts {
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  /** Milliseconds by which the clock is ahead of the second source; null where there is none or it does not answer. */
  readonly clockOffset: () => Promise<number | null>
  readonly trustedClock: TrustedClock
}

/** Stands before everything that a wrong clock would destroy: opening, mailing, closing, unlinking, deleting, sealing. */
export interface ClockGuard {
  /** Looks at the clock. False: it is not to be believed, and an officer is asked. */
  look(): Promise<boolean>
  /** Whether the clock can be believed since the last look, without looking anything up. */
  trusts(): boolean
  /** The clock for work that begins after a look. Throws `ClockInDoubt` once it can no longer be believed. */
  readonly clock: Clock
}

/** The clock jumped while something was being done that cannot be undone. */
export class ClockInDoubt extends Error {
  override readonly name = 'ClockInDoubt'
}

/** One a process: it remembers where the clock stood when it was believed, and what the stopwatch showed. */
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
    // A slight step back moves no trusted moment: many of them would add up.
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
