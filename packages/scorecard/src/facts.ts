import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { Share } from '@wayproof/kernel/share'
import type { ItemCounts } from '@wayproof/survey/disclosure/commented-shares'
import type { Margin } from './breakdown/margin.ts'
import type { PublishedStep } from './publish/published-step.ts'

// Minimal facts for judging each goal: counts made by the database. No register row is loaded.

export interface OrganisationFacts {
  readonly programmeStart: CalendarDate
  /** Fixed year that incidents are compared with; null compares with the previous year. */
  readonly baselineYear: number | null
}

export interface PublicationFacts {
  /** Live surfaces in scope on the day. */
  readonly inScope: number
  /** Surfaces with an accepted version in every language, checked within the rule's days. */
  readonly published: number
  /** Other surfaces whose last check found every language in order, but too long ago. */
  readonly stale: number
  /** Latest check of any surface in scope; null if none was ever checked. */
  readonly lastLookOn: CalendarDate | null
  /** Version in force on the day; null if none is approved. */
  readonly version: string | null
  /**
   * In the 12 months to the day: bookings of the busiest channel whose surface is missing, of all bookings. Null
   * without bookings.
   */
  readonly busiestMissing: Share | null
}

export interface QuarterFacts {
  readonly quarter: PeriodKey
  /**
   * Staff on the roster after the quarter, with enough tenure, not absent for the whole quarter. A person is present on
   * each day of one of its roles. Tenure starts again after a gap of more days than the minimum tenure.
   */
  readonly due: number
  /** People due who completed the modules and passed the exam within the quarter. */
  readonly passed: number
  /** People who passed at their first attempt of the quarter. */
  readonly firstAttemptPassed: number
  /** People on leave for the whole quarter. */
  readonly exempt: number
  /** People who joined, or came back after such a gap, too late to be due. */
  readonly notYetDue: number
  /** People due who began in the quarter and have finished since its end. */
  readonly late: number
  /** True if the quarter has no completed module and no exam on record. */
  readonly silent: boolean
  readonly sessionHeld: boolean
  /**
   * While the quarter runs: the share of their completions that earlier quarters had at this point. Null without any.
   */
  readonly usualShare: Share | null
}

/** The people of one unit on the last day of a quarter: those who passed, of those due. */
export interface UnitTraining {
  readonly unit: string
  readonly share: Share
}

export interface TrainingFacts {
  /** In order; a half-year has two. */
  readonly quarters: readonly QuarterFacts[]
}

export interface IncidentFacts {
  readonly baselineYear: number
  readonly currentYear: number
  /** True if the register has rows, imports or confirmed empty months. */
  readonly registered: boolean
  /** Confirmed leaks of customer data, by year of discovery: of the whole baseline year, and of this one so far. */
  readonly baselineCount: number
  readonly currentCount: number
  /** The leaks of the baseline year up to the same day; null if that part is silent, or the seal and the register differ. */
  readonly baselineSoFar: number | null
  readonly silence: Silence
  /** The register's count of a sealed baseline year; absent if it is the sealed one. */
  readonly baselineInRegister?: number
  /** Undecided suspicions of the current year. */
  readonly undecided: number
  readonly booked: BookedLeaks
  /** True if a full-scope security assessment is dated in the current year. */
  readonly assessmentDone: boolean
  /** True if a counted leak has neither a moment of discovery nor a date of confirmation. */
  readonly yearAssumed: boolean
}

/**
 * The two years in which the incident register has no row of any kind. Null: it has one, or each month that is over is
 * confirmed to be empty. Else the months that are neither; none if no month is over yet.
 */
export interface Silence {
  readonly baseline: readonly PeriodKey[] | null
  readonly current: readonly PeriodKey[] | null
}

/** Leaks and bookings of the months that are over in the current year, and of the same months of the baseline year. */
export interface BookedLeaks {
  /** Number of months compared, 0-12. */
  readonly months: number
  readonly baselineCount: number
  readonly currentCount: number
  /** Null unless bookings of every month are on record; a month of zero bookings is. */
  readonly baselineBookings: number | null
  readonly currentBookings: number | null
  /** The months of both years without bookings on record, such as `2024-03`, in order. */
  readonly unbooked: readonly string[]
}

/** Leaks with the same month of discovery and the same cause. */
export interface LeakCount {
  /** `2026-03`; only the year if no month is known. */
  readonly month: string
  readonly cause: string
  readonly count: number
}

/** A month in the registers of incidents and bookings. */
export interface IncidentMonth {
  readonly month: PeriodKey
  /** True if it has an incident of any kind, or is confirmed to have none. */
  readonly recorded: boolean
  /** Null if none are on record; zero is on record. */
  readonly bookings: number | null
}

export interface SatisfactionFacts {
  readonly wave: WaveFacts | null
  readonly improvementChosen: boolean
}

/** A wave that two officers ended on another day than the one sealed at opening. */
export interface ChangedClose {
  readonly kind: 'early' | 'late'
  /** Planned and actual last day of the survey. */
  readonly sealedOn: CalendarDate
  readonly closedOn: CalendarDate
  /** In the words of the officer who proposed it. */
  readonly reason: string
}

/** Reasons why answers to the headline item are not comparable with the previous wave. */
export type TrendBreak = 'new' | 'gone' | 'wording' | 'scale' | 'satisfied-points' | 'shown-to-others'

export interface WaveFacts {
  readonly open: boolean
  /** Null if the previous wave asked the same, or there is none. */
  readonly trendBreak: TrendBreak | null
  /** Null if it ended as sealed, and while it is open. */
  readonly changedClose: ChangedClose | null
  readonly minimumForStatus: number
  /** Finest step at which its estimate may be published. */
  readonly step: PublishedStep
  readonly invited: number
  readonly delivered: number
  /** Null before an open wave is first counted. */
  readonly answered: number | null
  /**
   * Satisfied answers to the headline item, of those on its scale; none while the wave is open. Null if the scale names
   * no satisfied points.
   */
  readonly rated: Share | null
  /** Answers off the scale, such as `na` and `dk`. */
  readonly withoutOpinion: number
  /** Eligible customers, invited or not. */
  readonly eligible: number
  /** The same answers by cell; empty while the wave is open. */
  readonly cells: readonly SatisfactionCell[]
  /** Margins of all eligible customers; null for a wave opened before they were stored. */
  readonly margins: FrameMargins | null
}

/** Answers to a rated item with the data for weighting them. */
export type Weighable = Pick<WaveFacts, 'cells' | 'margins'> & { readonly rated: Share }

/** Answers to a rated item with the same categories and therefore the same weight. */
export interface SatisfactionCell {
  /** Category on each margin. */
  readonly categories: Readonly<Record<string, string>>
  /** 1 / probability of invitation. */
  readonly baseWeight: number
  /** Answers on the scale. */
  readonly opinions: number
  /** Answers at its satisfied points. */
  readonly satisfied: number
}

/** Eligible customers by margin and category. */
export type FrameMargins = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface PartnerFacts {
  /** Active partners with customer data that are due this year or already audited. */
  readonly due: number
  /** Partners due with a full-scope audit of the year that is not only a self-assessment. */
  readonly audited: number
  /** Audited partners that passed their last audit. */
  readonly passed: number
  readonly notYetDue: number
  /** Audited partners that failed and have no dated corrective plan. */
  readonly failedWithoutPlan: number
  /** While the year runs: the share of its audits that the previous year had on this day. Null without any. */
  readonly usualShare: Share | null
}

/**
 * The answers that a share counts: ratings at the satisfied points, one choice, a yes, recommendations of 9 and 10, or
 * of 0 to 6.
 */
export type ShareKind = 'rating' | 'chosen' | 'yes' | 'promoters' | 'detractors'

/** A question with a share, or one of its choices. */
export interface RatedItem {
  readonly id: string
  readonly kind: ShareKind
  /** The question, row or choice. */
  readonly text: LocalText
  /** The question that a choice belongs to; null if `text` is the question. */
  readonly stem: LocalText | null
  /** Null if the previous wave asked the same, or there is none. */
  readonly broken: TrendBreak | null
}

/** Answers of a wave by cell. Input of cell suppression only, because a cell may be a single person. */
export interface BreakdownFacts {
  readonly standing: 'open' | 'closed' | 'unlinked'
  /** Sealed when the wave opened. */
  readonly smallestGroup: number
  /** Sealed fewest answers for a figure of everybody that carries a judgment or a score. */
  readonly minimum: number
  /** Every share of the questionnaire, in its order. */
  readonly items: readonly RatedItem[]
  /** Empty unless the wave is unlinked; after that no count changes. */
  readonly cells: readonly (Readonly<Record<Margin, string>> & {
    /** People asked. */
    readonly invited: number
    readonly counts: Readonly<Record<string, ItemCounts>>
  })[]
}
