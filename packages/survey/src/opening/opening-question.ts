import type { Instant, PeriodKey } from '@wayproof/kernel'

/** `late`: more than seven days. Else what kept the wave from opening. */
export type NotOpened =
  | 'late'
  | 'checklist-incomplete'
  | 'no-questionnaire'
  | 'no-eligible-travelers'
  | 'close-date-invalid'
  | 'sample-size-invalid'

/** A wave that was to open by itself and did not: an officer opens it, or leaves it out. */
export interface OpeningQuestion {
  readonly period: PeriodKey
  readonly reason: NotOpened
  /** When the wave was to open. */
  readonly dueAt: Instant
  readonly askedAt: Instant
  readonly leftOutAt: Instant | null
}
