import type { PeriodKey } from '@wayproof/kernel/calendar/period'

/** The rows that a goal lacks in one period. */
export interface MissingList {
  /** Half-year, quarter or year, as the goal is judged. */
  readonly period: PeriodKey
  readonly rows: readonly MissingRow[]
}

/** A row that a goal lacks: a surface, a person on the roster, a partner. */
export interface MissingRow {
  readonly key: string
  /** Name of a surface or partner, or unit of a staff member. */
  readonly label: string
  readonly why: MissingWhy
  /** The version shown, the best score or the day of the last audit; null if unknown. */
  readonly detail: string | null
}

export type MissingWhy =
  /** It counts until the period ends, unless two people exclude it. */
  | 'taken-out-by-one'
  | 'not-published'
  | 'language-missing'
  | 'old-version'
  | 'other-text'
  | 'not-verified'
  /** The quarter has ended without imported records, so the person's result is unknown. */
  | 'no-records'
  | 'modules-missing'
  | 'no-exam'
  | 'exam-failed'
  | 'passed-late'
  | 'no-audit'
  | 'partial-audit'
  | 'self-declared-audit'
