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

/** The one value that feeds dashboard, mail, command line and report, so that they cannot disagree. */
export interface Scorecard {
  /** A half-year. */
  readonly period: PeriodKey
  readonly asOf: CalendarDate
  readonly ruleVersion: string
  /** Five, in the paper's order. */
  readonly verdicts: readonly Verdict[]
  readonly standing: Standing
  readonly changes: readonly Change[]
  /** Rows that two people left out of a goal's share. Absent: none. */
  readonly excluded?: readonly ExcludedRow[]
  /** Null until the half-year is closed. */
  readonly seal: SealStamp | null
}

export interface Standing {
  readonly met: readonly GoalId[]
  readonly missed: readonly GoalId[]
  readonly unknown: readonly GoalId[]
  /** The worst goal: one missed goal is a missed scorecard, else one unknown is unknown. */
  readonly overall: Word
}

/** One point of a goal's course over half-years. */
export interface TrendPoint {
  readonly period: PeriodKey
  readonly value: number | null
  /** The incident goal has these: what is compared from year to year. Absent: the year has none. */
  readonly leaks?: LeaksAgainstCap
  /** What is told instead of a value. Absent: nothing is. */
  readonly band?: PeopleBand
  readonly interval: Interval | null
  readonly verdict: Word
  readonly status: Status
  /** Why it cannot be compared with the points before; null where it can. */
  readonly broken: TrendBreak | null
}

/** The rows that keep a goal from its target in one period. */
export interface MissingList {
  /** Half-year, quarter or year, as the goal is judged. */
  readonly period: PeriodKey
  readonly rows: readonly MissingRow[]
}

/** A row that keeps a goal from its target: a surface, a person on the roster, a partner. */
export interface MissingRow {
  readonly key: string
  /** The name of a surface or partner, the unit of a member of staff. */
  readonly label: string
  readonly why: MissingWhy
  /** The version shown, the best score, the day of the last audit: what is known, or null. */
  readonly detail: string | null
}

export type MissingWhy =
  | 'not-published'
  | 'language-missing'
  | 'old-version'
  | 'other-text'
  | 'not-verified'
  /** The quarter has ended and nothing was imported for it: what the person did is not known. */
  | 'no-records'
  | 'modules-missing'
  | 'no-exam'
  | 'exam-failed'
  | 'passed-late'
  | 'no-audit'
  | 'partial-audit'
  | 'self-declared-audit'

/** The scorecard of `verdicts`, in the paper's order, and how each goal changed on its verdict `before`. */
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
