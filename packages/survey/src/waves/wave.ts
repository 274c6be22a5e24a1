import type { CompletenessCounts } from '@wayproof/forms/questionnaire/completeness'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Coverage } from '../sampling/coverage.ts'
import type { SamplingMode } from '../sampling/sample.ts'
import type { Skip } from '../sampling/skip.ts'
import type { AnswerDay, Counted } from './wave-figures.ts'
import type { WavePause } from './wave-pause.ts'

/** `closed` still contains data that could link an answer to a person; `unlinked` does not. */
export type WaveStatus = 'open' | 'closed' | 'unlinked'

export interface Wave {
  readonly id: Id
  /** The half-year it asks about. */
  readonly period: PeriodKey
  readonly status: WaveStatus
  readonly mode: SamplingMode
  readonly seed: string | null
  readonly questionnaire: { readonly id: string; readonly version: number }
  readonly ruleVersion: string
  readonly minimumForStatus: number
  readonly openedAt: Instant
  readonly closesAt: Instant
  /** Closing time sealed at opening; two officers may have agreed on another one since. */
  readonly sealedClosesAt: Instant
  /** Days after a person's own invitation, as sealed at opening. */
  readonly firstReminderDays: number
  readonly lastReminderDays: number
  /** Maximum letters to one person, as sealed at opening. */
  readonly letterLimit: number
  readonly closedAt: Instant | null
  readonly unlinkedAt: Instant | null
  /** Null while its letters are sent. */
  readonly paused: WavePause | null
}

/** Visible counts of a wave, open or closed: letters and answers, no item results. */
export interface Funnel {
  readonly wave: Wave
  /** Eligible customers when the sample was drawn. */
  readonly frame: number
  /** Coverage ladder from the register down to the eligible, as sealed at opening. */
  readonly coverage: Coverage
  readonly invited: number
  /** Precision of all figures that follow. */
  readonly counted: Counted
  /** Null, like the next one, until the first full hour of an open wave. */
  readonly delivered: number | null
  /** Invitations written to a folder and not sent. */
  readonly written: number | null
  /**
   * First and second reminders sent; in multiples of 5 even if the other figures are exact. Null, like the next three,
   * below `FIRST_ARRIVALS` in an open wave.
   */
  readonly reminded: number | null
  readonly remindedAgain: number | null
  /** Current answers, without the withdrawn ones. */
  readonly answered: number | null
  readonly withdrawn: number | null
  /**
   * Completeness of the current answers. Null while the wave is open, and if fewer people than its smallest group
   * answered.
   */
  readonly completeness: CompletenessCounts | null
  /** Skips of invitations since the opening; of reminders, and of respondents, since the close. */
  readonly skips: readonly Skip[]
  /** Answers per day, without groups; answers withdrawn later remain in their day. */
  readonly days: readonly AnswerDay[]
  /** Null if its answers are not encrypted. */
  readonly key: WaveKeyState | null
}

/** The key that encrypts the answers of a wave until its close. */
export interface WaveKeyState {
  /** From here on archives with encrypted answers are unreadable. */
  readonly destroyedAt: Instant | null
  /** The operator confirmed that it is lost: the wave has no results. */
  readonly lostAt: Instant | null
}
