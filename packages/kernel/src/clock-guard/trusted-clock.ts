import type { Instant } from '../clock.ts'

/** The newest moment at which the clock was believed, by any process on the database. */
export interface TrustedMoment {
  readonly at: Instant
  /** How often an officer has said that the clock is right. A process begins to measure anew after each. */
  readonly confirmations: number
  /** It follows a gap that nothing measured, longer than a running clock may gain. */
  readonly afterGap: boolean
  /** An officer believed the clock although the second source disagreed; it is disregarded until it agrees again. */
  readonly sourceDisregarded: boolean
}

/**
 * Why the clock is not believed. `jumped-ahead`: it gained more than 6 hours while this process ran. `went-back`: it stands
 * before a trusted moment. `long-away`: nobody has looked for more than 7 days, or ever. `source-disagrees`: the second source
 * is more than 6 hours away from it.
 */
export const CLOCK_DOUBTS = ['jumped-ahead', 'went-back', 'long-away', 'source-disagrees'] as const
export type ClockDoubt = (typeof CLOCK_DOUBTS)[number]

/** What an officer is asked about the clock. */
export interface ClockQuestion {
  readonly doubt: ClockDoubt
  /** What the clock showed. */
  readonly shown: Instant
  /** The newest trusted moment; null: there is none. */
  readonly trusted: Instant | null
  /** What the clock should have shown by the time measured since; null: nothing was measured. */
  readonly expected: Instant | null
  /** Milliseconds by which the clock was ahead of the second source; null: none answered. */
  readonly offset: number | null
}

/** What the database knows of the clock. */
export interface ClockRecord {
  readonly trusted: TrustedMoment | null
  /** What an officer is asked at present. */
  readonly question: Pick<ClockQuestion, 'doubt' | 'shown'> | null
  /** Nothing is stored yet that a wrong clock could destroy. */
  readonly empty: boolean
}

/** Keeps the newest trusted moment and the question about the clock, for every process on the database. */
export interface TrustedClock {
  read(): Promise<ClockRecord>
  /** Keeps `at` as the newest trusted moment and withdraws the question, where one is open. */
  trust(at: Instant, how: { readonly agrees: boolean; readonly afterGap: boolean }): Promise<void>
  /** Asks the officers, on screen and by mail; nothing where they are being asked. */
  ask(question: ClockQuestion): Promise<void>
}
