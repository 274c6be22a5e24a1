import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'

/** `late`: more than 7 days overdue. `not-approved`: no two officers approved this plan. Otherwise the fault that prevented the opening. */
export type NotOpened =
  | 'late'
  | 'not-approved'
  | 'checklist-incomplete'
  | 'no-questionnaire'
  | 'no-eligible-travelers'
  | 'too-few-invited'
  | 'close-date-invalid'
  | 'sample-size-invalid'

/** A scheduled wave that did not open: an officer opens or skips it. */
export interface OpeningQuestion {
  readonly period: PeriodKey
  readonly reason: NotOpened
  /** The scheduled opening time. */
  readonly dueAt: Instant
  readonly askedAt: Instant
  readonly leftOutAt: Instant | null
}
