import type { CalendarDate, Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { WavePause } from './wave-pause.ts'

/** `closed` still holds what could tie an answer to a person; `unlinked` does not. */
export type WaveStatus = 'open' | 'closed' | 'unlinked'

export interface Wave {
  readonly id: Id
  /** The half-year it asks about. */
  readonly period: PeriodKey
  readonly status: WaveStatus
  readonly mode: 'census' | 'sample'
  readonly seed: string | null
  readonly questionnaire: { readonly id: string; readonly version: number }
  readonly ruleVersion: string
  readonly minimumForStatus: number
  readonly openedAt: Instant
  readonly closesAt: Instant
  readonly remindedAt: Instant | null
  readonly closedAt: Instant | null
  readonly unlinkedAt: Instant | null
  /** Null while its letters go out. */
  readonly paused: WavePause | null
}

/** What may be seen of a wave, open or closed: counts of letters and answers, no item results. */
export interface Funnel {
  readonly wave: Wave
  /** Eligible customers when the sample was drawn. */
  readonly frame: number
  readonly invited: number
  readonly delivered: number
  readonly reminded: number
  /** Answers that stand: a withdrawn one is in `withdrawn` only. */
  readonly answered: number
  readonly withdrawn: number
  /** Answers given a day, without groups; a day keeps those that were withdrawn later. */
  readonly days: readonly { readonly day: CalendarDate; readonly count: number }[]
}
