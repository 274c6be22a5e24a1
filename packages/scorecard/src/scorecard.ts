import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Change } from './change/change.ts'
import type { SealStamp } from './closing/seals/sealed-parts.ts'
import type { Bridge } from './goals/bridge.ts'
import type { GoalId } from './goals/goal.ts'
import type { ExcludedRow } from './rule-changes/exclusion.ts'
import type { Verdict, VerdictResult } from './verdict.ts'

/** The single value behind dashboard, mail, command line and report, so that they always agree. */
export interface Scorecard {
  /** A half-year. */
  readonly period: PeriodKey
  readonly asOf: CalendarDate
  readonly ruleVersion: string
  /** Five, in the paper's order. */
  readonly verdicts: readonly Verdict[]
  readonly standing: OverallResult
  readonly changes: readonly Change[]
  /** Rows that two people excluded from a goal's share. Absent: none. */
  readonly excluded?: readonly ExcludedRow[]
  /** How each denominator came about. Absent in seals of versions without bridges. */
  readonly bridges?: readonly Bridge[]
  /** Null until the half-year is closed. */
  readonly seal: SealStamp | null
}

export interface OverallResult {
  readonly met: readonly GoalId[]
  readonly missed: readonly GoalId[]
  readonly unknown: readonly GoalId[]
  /** The worst goal decides: missed if one is missed, else unknown if one is unknown. */
  readonly overall: VerdictResult
}
