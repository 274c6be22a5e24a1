import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { PeopleBand } from '@wayproof/survey/disclosure/people-band'
import type { ChangedClose, PartnerFacts, PublicationFacts, QuarterFacts, TrendBreak } from './facts.ts'
import type { GoalId } from './goals/goal.ts'
import type { PublishedStep } from './publish/published-step.ts'

/** The paper's wording: is the target met? `unknown` while that cannot be decided. Missing data never give green. */
export type VerdictResult = 'met' | 'missed' | 'unknown'

/** Target and schedule combined, shown as a color. */
export type Status = 'green' | 'amber' | 'red' | 'too-early' | 'no-data' | 'suppressed'

/** The reason for the verdict. `messages` has a sentence for each. */
export type Reason =
  | 'target-reached'
  | 'below-target'
  | 'running'
  | 'too-early'
  | 'cannot-be-met'
  | 'no-inventory'
  | 'not-yet-due'
  /** No surface was checked in the half-year. */
  | 'not-checked'
  | 'no-roster'
  /** An ended quarter has no records. */
  | 'no-training-record'
  | 'session-not-held'
  | 'no-register'
  /** A year has no row in the incident register, and nobody confirmed that nothing happened. */
  | 'nothing-recorded'
  | 'above-cap'
  | 'assessment-missing'
  | 'undecided-suspicions'
  | 'no-wave'
  | 'wave-open'
  /** The scale of the headline does not say which points count as satisfied. */
  | 'no-satisfied-points'
  | 'suppressed'
  | 'too-few-answers'
  | 'improvement-missing'
  | 'no-partner-due'
  | 'plan-missing'

/** Additional remarks that do not change the verdict. */
export type Flag =
  | 'few-know'
  /** Weighted and counted shares lie on different sides of the target. */
  | 'weighting-decides'
  /** The design effect is above 2. */
  | 'weights-uneven'
  /** The margins are unknown, so the count decides. */
  | 'not-weighted'
  | 'basis-conflict'
  | 'keep-zero'
  | 'exempt-share-high'
  | 'year-assumed'
  | 'too-few-to-demonstrate'
  | 'stale-checks'

export interface Interval {
  readonly lower: number
  readonly upper: number
  readonly level: number
}

/** Pace of completions while they are still possible. */
export interface Pace {
  /** Completions still needed; 0 or less once the target is reached. */
  readonly need: number
  /** Elapsed share of the period, 0-1, by the company's usual progress if known. */
  readonly elapsedShare: number
}

export interface PublicationFigures extends Omit<PublicationFacts, 'busiestMissing'> {
  readonly dueOn: CalendarDate
  /** Until it is due. */
  readonly pace?: Pace
}

export interface QuarterFigures extends Omit<QuarterFacts, 'usualShare'> {
  readonly ended: boolean
  /** While the quarter runs. */
  readonly pace?: Pace
}

export interface TrainingFigures {
  /** The deciding quarter, whose share this is. */
  readonly deciding: PeriodKey
  readonly quarters: readonly QuarterFigures[]
}

export interface IncidentFigures {
  readonly baselineYear: number
  readonly baselineCount: number
  /** The register's count of a sealed baseline year; absent if it is the sealed one. */
  readonly baselineInRegister?: number
  readonly currentYear: number
  readonly currentCount: number
  /** While the year runs: the leaks of the baseline year up to the same day; null if they are unknown. */
  readonly baselineSoFar?: number | null
  /** Months without a row or a confirmation that nothing happened, if a year has no row at all. */
  readonly unconfirmed?: readonly PeriodKey[]
  readonly undecided: number
  readonly cap: number
  readonly countReduction: number | null
  /** Reduction per booking in the months that are over; null unless the bookings of each are known. */
  readonly rateReduction: number | null
  /** Exact 95 % interval of the reduction per booking. Absent in seals made before it was shown. */
  readonly rateInterval?: Interval | null
  /** The months without bookings on record. Absent in seals made before they were named. */
  readonly unbooked?: readonly string[]
  readonly assessmentDone: boolean
  /** Result of the 95 % interval of the ratio of the counts for a halving; in older seals of the rates per booking. */
  readonly evidence: 'demonstrated' | 'compatible' | 'contradicted' | 'too-few' | null
  /** Elapsed share of the year, 0-1, while it runs. */
  readonly elapsedShare?: number
}

/** Details of the estimated share. */
export interface EstimateFigures {
  /** True if weighted to the eligible customers; false for the count. */
  readonly weighted: boolean
  /** The counted share, without weights. */
  readonly raw: number
  /** Effective sample size: answers of a simple random sample with the same precision. */
  readonly effective: number
  readonly standardError: number | null
  /** Cost of unequal weights (Kish); 1 if all are equal. */
  readonly designEffect: number
  /** Lower bound of the answers with trimmed weights; 0 for none and for few. */
  readonly trimmed: number
  /** Margins on which respondents differ significantly from the eligible customers; null if those are unknown. */
  readonly apart: readonly string[] | null
  /** Interval with the finite-population correction, for a sample that answered in full; null for any other. */
  readonly fullAnswer: Interval | null
  /** Share of nonrespondents who must be satisfied for all invited to be at the target; null without nonrespondents. */
  readonly tippingPoint: number | null
}

export interface SatisfactionFigures {
  readonly invited: number
  readonly delivered: number
  /** Null before an open wave is first counted. */
  readonly answered: number | null
  /** Answers with an opinion; null if suppressed. */
  readonly n: number | null
  readonly top2: number | null
  /**
   * Band (none or one, all or all but one of few people) instead of value, count, interval and estimate. Absent if
   * those are shown.
   */
  readonly band?: PeopleBand
  /** Null if suppressed, in a band, or without opinions. */
  readonly estimate: EstimateFigures | null
  /** Shares of all who answered the item; null if suppressed or in a band. */
  readonly withoutOpinion: number | null
  readonly satisfiedOfAll: number | null
  readonly minimumForStatus: number
  readonly changedClose: ChangedClose | null
  readonly trendBreak: TrendBreak | null
  readonly improvementChosen: boolean
  /** Resolution of its published figures. Absent in unpublished verdicts and in seals made before coarse publishing. */
  readonly step?: PublishedStep
}

export interface PartnerFigures extends Omit<PartnerFacts, 'usualShare'> {
  /** While the year runs. */
  readonly pace?: Pace
}

export interface FiguresOf {
  readonly 'policy-publication': PublicationFigures
  readonly 'staff-training': TrainingFigures
  readonly 'incident-reduction': IncidentFigures
  readonly 'customer-satisfaction': SatisfactionFigures
  readonly 'partner-audit': PartnerFigures
}

export interface VerdictOf<G extends GoalId> {
  readonly goal: G
  /** The judged period: `2025-H2`, `2025-Q4` or `2025`. */
  readonly period: PeriodKey
  readonly verdict: VerdictResult
  readonly status: Status
  /** True if the result is statistically significant; null if no sampling is involved or it is undecided. */
  readonly demonstrated: boolean | null
  /** 0-1; for incidents the reduction of the count. Null without data or if suppressed. */
  readonly value: number | null
  readonly target: number
  /** The unweighted count behind the value; null for incidents and if suppressed. */
  readonly share: Share | null
  readonly interval: Interval | null
  /** Rows missing for the target; null for incidents and satisfaction. */
  readonly missing: number | null
  readonly reason: Reason
  readonly flags: readonly Flag[]
  readonly figures: FiguresOf[G]
  readonly owner: Owner
  readonly asOf: CalendarDate
  readonly ruleVersion: string
}

/** The decision about a goal, without its figures. */
export type Judged = Pick<VerdictOf<GoalId>, 'verdict' | 'status' | 'reason'>

export type Verdict = { [G in GoalId]: VerdictOf<G> }[GoalId]

/** The verdict on one goal, or on any of several. */
export type VerdictOn<G extends GoalId> = Extract<Verdict, { readonly goal: G }>
