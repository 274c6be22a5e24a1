import type { CalendarDate, PeriodKey, Share } from '@wayproof/kernel'
import type { PeopleBand } from './breakdown/people-band.ts'
import type { ChangedClose, TrendBreak } from './facts.ts'
import type { GoalId, Owner } from './goals/goal.ts'
import type { PublishedStep } from './publish/published-step.ts'

/** The paper's own wording: is the target met? `unknown` while nothing can be said. Never green by absence. */
export type Word = 'met' | 'missed' | 'unknown'

/** Target and timetable together, for the colour. */
export type Status = 'green' | 'amber' | 'red' | 'too-early' | 'no-data' | 'suppressed'

/** What decided the verdict. `messages` has a sentence for each. */
export type Reason =
  | 'target-reached'
  | 'below-target'
  | 'running'
  | 'too-early'
  | 'cannot-be-met'
  | 'no-inventory'
  | 'not-yet-due'
  /** No surface was looked at in the half-year. */
  | 'not-checked'
  | 'no-roster'
  /** Nothing is on record of a quarter that is over. */
  | 'no-training-record'
  | 'session-not-held'
  | 'no-register'
  | 'above-cap'
  | 'assessment-missing'
  | 'undecided-suspicions'
  | 'no-wave'
  | 'wave-open'
  | 'suppressed'
  | 'too-few-answers'
  | 'improvement-missing'
  | 'no-partner-due'
  | 'plan-missing'

/** What stands beside the verdict and does not change it. */
export type Flag =
  | 'few-know'
  /** Weighted and counted shares stand on two sides of the target. */
  | 'weighting-decides'
  /** The design effect is above 2. */
  | 'weights-uneven'
  /** The margins are not known: the count decides. */
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

/** Where completions are heading while they may still come. Shares and chances 0-1. */
export interface Pace {
  /** Completions still needed; 0 or less once the target is reached. */
  readonly need: number
  readonly probabilityOnTrack: number | null
  readonly projectedShare: number | null
  readonly elapsedShare: number
}

export interface PublicationFigures {
  readonly inScope: number
  readonly published: number
  /** Published, but not verified within the rule's days. */
  readonly stale: number
  readonly lastLookOn: CalendarDate | null
  readonly version: string | null
  readonly dueOn: CalendarDate
  /** Until it is due. */
  readonly pace?: Pace
}

export interface QuarterFigures {
  readonly quarter: PeriodKey
  readonly due: number
  readonly passed: number
  readonly firstAttemptPassed: number
  readonly exempt: number
  readonly notYetDue: number
  readonly late: number
  readonly silent: boolean
  readonly sessionHeld: boolean
  readonly ended: boolean
  /** While the quarter runs. */
  readonly pace?: Pace
}

export interface TrainingFigures {
  /** The quarter the share is of: the one that decides. */
  readonly deciding: PeriodKey
  readonly quarters: readonly QuarterFigures[]
}

export interface IncidentFigures {
  readonly baselineYear: number
  readonly baselineCount: number
  readonly currentYear: number
  readonly currentCount: number
  readonly undecided: number
  readonly cap: number
  readonly countReduction: number | null
  readonly rateReduction: number | null
  readonly assessmentDone: boolean
  /** What the 95 % interval of the ratio says of a halving. */
  readonly evidence: 'demonstrated' | 'compatible' | 'contradicted' | 'too-few' | null
  /** While the year runs. */
  readonly probabilityOnTrack: number | null
  readonly expectedTotal: number | null
  /** How much of the year is over, 0-1, while it runs. */
  readonly elapsedShare?: number
}

/** How the share was estimated. */
export interface EstimateFigures {
  /** Whether it is weighted to the eligible customers; else it is the count. */
  readonly weighted: boolean
  /** The share as counted, without weights. */
  readonly raw: number
  /** Answers of a simple random sample that would be as sure. */
  readonly effective: number
  readonly standardError: number | null
  /** What unequal weights cost (Kish); 1 where all weigh the same. */
  readonly designEffect: number
  /** At least so many answers had their weight cut to the bounds; 0 of none and of few. */
  readonly trimmed: number
  /** Margins on which those who answered differ from the eligible by more than chance; null where those are not known. */
  readonly apart: readonly string[] | null
  /** The interval with the finite-population correction, of a sample that answered in full; null for any other. */
  readonly fullAnswer: Interval | null
  /** The share of the silent who must be satisfied for all asked to stand at the target; null where nobody is silent. */
  readonly tippingPoint: number | null
}

export interface SatisfactionFigures {
  readonly invited: number
  readonly delivered: number
  readonly answered: number
  /** Answers with an opinion; null where suppressed. */
  readonly n: number | null
  readonly top2: number | null
  /** All or none of few, or all but one: instead of value, count, interval and estimate. Absent: those are told. */
  readonly band?: PeopleBand
  /** Null where suppressed or in a band, or nobody has an opinion. */
  readonly estimate: EstimateFigures | null
  /** Shares of all who answered the item; null where suppressed or in a band. */
  readonly withoutOpinion: number | null
  readonly satisfiedOfAll: number | null
  readonly minimumForStatus: number
  readonly changedClose: ChangedClose | null
  readonly trendBreak: TrendBreak | null
  readonly improvementChosen: boolean
  /** How finely its figures were published. Absent: by the judge, and in seals made before figures were coarse. */
  readonly step?: PublishedStep
}

export interface PartnerFigures {
  readonly due: number
  readonly audited: number
  readonly passed: number
  readonly notYetDue: number
  readonly failedWithoutPlan: number
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
  /** What was judged: `2025-H2`, `2025-Q4` or `2025`. */
  readonly period: PeriodKey
  readonly verdict: Word
  readonly status: Status
  /** Whether chance is excluded; null where no chance is involved or nothing can be said. */
  readonly demonstrated: boolean | null
  /** 0-1; for incidents the reduction of the count. Null without data or where suppressed. */
  readonly value: number | null
  readonly target: number
  /** The count behind the value, unweighted; null for incidents and where suppressed. */
  readonly share: Share | null
  readonly interval: Interval | null
  /** Rows short of the target; null for incidents and satisfaction. */
  readonly missing: number | null
  readonly reason: Reason
  readonly flags: readonly Flag[]
  readonly figures: FiguresOf[G]
  readonly owner: Owner
  readonly asOf: CalendarDate
  readonly ruleVersion: string
}

export type Verdict = { [G in GoalId]: VerdictOf<G> }[GoalId]

/** The verdicts on one goal, or on any of several. */
export type VerdictOn<G extends GoalId> = Extract<Verdict, { readonly goal: G }>
