import type { CalendarDate, PeriodKey } from '@wayproof/kernel'
import type { PeopleBand } from './breakdown/people-band.ts'
import { type Change, changeOf } from './change/change.ts'
import type { SealStamp } from './closing/seals/sealed-parts.ts'
import { Exact, type ExactVerdict, openExact } from './exact.ts'
import type { TrendBreak } from './facts.ts'
import { GOALS, type GoalId } from './goals/goal.ts'
import type { ComparedVerdict } from './goals/judge-goal.ts'
import type { LeaksAgainstCap } from './goals/leaks-against-cap.ts'
import { coarserStep, FINEST_STEP, type PublishedStep } from './publish/published-step.ts'
import type { ExcludedRow } from './rule-changes/exclusion.ts'
import type { Interval, Status, Verdict, Word } from './verdict.ts'

/** The single value behind dashboard, mail, command line and report, so that they always agree. */
export interface Scorecard {
  /** A half-year. */
  readonly period: PeriodKey
  readonly asOf: CalendarDate
  readonly ruleVersion: string
  /** Five, in the paper's order. */
  readonly verdicts: readonly Verdict[]
  readonly standing: Standing
  readonly changes: readonly Change[]
  /** Rows that two people excluded from a goal's share. Absent: none. */
  readonly excluded?: readonly ExcludedRow[]
  /** Null until the half-year is closed. */
  readonly seal: SealStamp | null
}

export interface Standing {
  readonly met: readonly GoalId[]
  readonly missed: readonly GoalId[]
  readonly unknown: readonly GoalId[]
  /** The worst goal decides: missed if one is missed, else unknown if one is unknown. */
  readonly overall: Word
}

/** A point of a goal's trend over half-years. */
export interface TrendPoint {
  readonly period: PeriodKey
  readonly value: number | null
  /** For the incident goal: the values compared between years. Absent: the year has none. */
  readonly leaks?: LeaksAgainstCap
  /** Band shown instead of a value, if any. */
  readonly band?: PeopleBand
  readonly interval: Interval | null
  readonly verdict: Word
  readonly status: Status
  /** Reason why it is not comparable with earlier points; null if it is. */
  readonly broken: TrendBreak | null
}

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

/**
 * Assembles the scorecard from `verdicts` in the paper's order, with the change of each goal from its verdict in
 * `before`.
 */
export function assembleScorecard(
  stamp: Pick<Scorecard, 'period' | 'asOf' | 'ruleVersion' | 'excluded'>,
  verdicts: readonly ExactVerdict[],
  before: readonly ComparedVerdict[],
): Exact<'scorecard'> {
  const ordered = GOALS.flatMap((goal) => verdicts.filter((verdict) => openExact(verdict).goal === goal))
  const changes = ordered.map((now) =>
    changeOf(before.find(({ shown }) => shown.goal === openExact(now).goal) ?? null, now),
  )
  const step = ordered.map((verdict) => verdict.step).reduce<PublishedStep>(coarserStep, FINEST_STEP)
  const exact = { stamp, verdicts: ordered, standing: standingOf(ordered.map(openExact)), changes, seal: null }
  return new Exact('scorecard', exact, step)
}

function standingOf(verdicts: readonly Verdict[]): Standing {
  const withWord = (word: Word) => verdicts.filter(({ verdict }) => verdict === word).map(({ goal }) => goal)
  const standing = { met: withWord('met'), missed: withWord('missed'), unknown: withWord('unknown') }
  const overall = standing.missed.length > 0 ? 'missed' : standing.unknown.length > 0 ? 'unknown' : 'met'
  return { ...standing, overall }
}
