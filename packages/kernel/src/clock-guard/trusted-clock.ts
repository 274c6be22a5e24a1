import type { Instant } from '../clock.ts'

/** The newest moment at which any process on the database trusted the clock. */
export interface TrustedMoment {
  readonly at: Instant
  /**
   * Number of times an officer has confirmed the clock. Every process restarts its measurement after a confirmation.
   */
  readonly confirmations: number
  /** True if the moment follows an unmeasured gap that is longer than a running clock may gain. */
  readonly afterGap: boolean
  /**
   * True if an officer confirmed the clock although the second source disagreed. The source is then ignored until it
   * agrees again.
   */
  readonly sourceDisregarded: boolean
}

/**
 * Reasons to doubt the clock. `jumped-ahead`: it gained more than 6 hours while this process ran. `went-back`: it is
 * earlier than a trusted moment. `long-away`: no process has checked it for more than 7 days, or ever.
 * `source-disagrees`: it differs from the second source by more than 6 hours.
 */
export const CLOCK_DOUBTS = ['jumped-ahead', 'went-back', 'long-away', 'source-disagrees'] as const
export type ClockDoubt = (typeof CLOCK_DOUBTS)[number]

/** The clock question that an officer answers. */
export interface ClockQuestion {
  readonly doubt: ClockDoubt
  /** Time shown by the doubted clock. */
  readonly shown: Instant
  /** The newest trusted moment, or null if there is none. */
  readonly trusted: Instant | null
  /** Time that the clock should have shown by the stopwatch, or null without a measurement. */
  readonly expected: Instant | null
  /** Milliseconds by which the clock was ahead of the second source, or null if no source responded. */
  readonly offset: number | null
}

/** The clock state stored in the database. */
export interface ClockRecord {
  readonly trustedMoment: TrustedMoment | null
  /** The open question to the officers, if any. */
  readonly question: Pick<ClockQuestion, 'doubt' | 'shown'> | null
  /** True if the database holds nothing yet that a wrong clock could destroy. */
  readonly isDatabaseEmpty: boolean
}

/** Stores the newest trusted moment and the open clock question, shared by every process on the database. */
export interface TrustedClock {
  read(): Promise<ClockRecord>
  /** Stores `at` as the newest trusted moment and withdraws an open question. */
  trust(at: Instant, circumstances: { readonly agrees: boolean; readonly afterGap: boolean }): Promise<void>
  /**
   * Asks the officers on screen and by mail. Does nothing if a question is already open, or if another moment than
   * `trusted` is the newest trusted one by now.
   */
  ask(question: ClockQuestion): Promise<void>
}
