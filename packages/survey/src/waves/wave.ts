import type { Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { CompletenessCounts } from '../questionnaire/completeness.ts'
import type { Coverage } from '../sampling/coverage.ts'
import type { SamplingMode } from '../sampling/sample.ts'
import type { AnswerDay, Counted } from './wave-figures.ts'
import type { WavePause } from './wave-pause.ts'

/** `closed` still holds what could tie an answer to a person; `unlinked` does not. */
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
  /** As sealed at opening; two officers may have agreed on another end since. */
  readonly sealedClosesAt: Instant
  /** Days after a person's own invitation, as sealed at opening. */
  readonly firstReminderDays: number
  readonly lastReminderDays: number
  /** Letters to one person at most, sealed at opening. */
  readonly letterLimit: number
  readonly closedAt: Instant | null
  readonly unlinkedAt: Instant | null
  /** Null while its letters go out. */
  readonly paused: WavePause | null
}

/** How many got no letter, and why. */
export interface Skip {
  readonly stage: 'invitation' | 'reminder'
  /** `not-adult`, `no-basis`, `budget`, a reason of suppression, or where a person stands with the reminders. */
  readonly reason: string
  readonly count: number
}

/** What may be seen of a wave, open or closed: counts of letters and answers, no item results. */
export interface Funnel {
  readonly wave: Wave
  /** Eligible customers when the sample was drawn. */
  readonly frame: number
  /** From the register down to the eligible, as sealed at opening. */
  readonly coverage: Coverage
  readonly invited: number
  /** How exact all that follows is. */
  readonly counted: Counted
  /** Null, like the next five, while an open wave waits for its first full hour. */
  readonly delivered: number | null
  /** Invitations that lie in a folder: sent to nobody. */
  readonly written: number | null
  /** First reminders, and second ones, that left; in steps of five also when the rest is exact. */
  readonly reminded: number | null
  readonly remindedAgain: number | null
  /** Answers that stand: a withdrawn one is in `withdrawn` only. */
  readonly answered: number | null
  readonly withdrawn: number | null
  /** Completeness of the answers that stand. Null while the wave is open, and where fewer than its smallest group answered. */
  readonly completeness: CompletenessCounts | null
  /** Skips of the invitation since opening; of reminders, and of those who answered, since closing. */
  readonly skips: readonly Skip[]
  /** Answers given a day, without groups; a day keeps those that were withdrawn later. */
  readonly days: readonly AnswerDay[]
}
