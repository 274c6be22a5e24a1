import type { CalendarDate, LocalText, PeriodKey, Share } from '@wayproof/kernel'
import type { Margin } from './breakdown/margin.ts'
import type { PublishedStep } from './publish/published-step.ts'

// What each goal needs to be judged, and no more: counts, made in the engine. No row of a register comes up here.

export interface OrganisationFacts {
  readonly programmeStart: CalendarDate
  /** The fixed year incidents are compared with; null compares with the year before. */
  readonly baselineYear: number | null
}

export interface PublicationFacts {
  /** Live surfaces in scope on the day. */
  readonly inScope: number
  /** Surfaces where an accepted version stands in every language, seen within the rule's days. */
  readonly published: number
  /** Other surfaces where the last look found every language in order, but lies too far back. */
  readonly stale: number
  /** The latest look at any surface in scope; null when none was ever looked at. */
  readonly lastLookOn: CalendarDate | null
  /** The version in force on the day; null when none has been approved. */
  readonly version: string | null
  /** In the twelve months to the day: bookings of the busiest channel whose surface is missing, of all. Null without. */
  readonly busiestMissing: Share | null
}

export interface QuarterFacts {
  readonly quarter: PeriodKey
  /** On the roster after the quarter, long enough, not away the whole time. */
  readonly due: number
  /** People due who completed the modules and passed the exam within the quarter. */
  readonly passed: number
  /** People who passed at the first attempt of the quarter. */
  readonly firstAttemptPassed: number
  /** On leave the whole quarter. */
  readonly exempt: number
  /** Joined too late to be due. */
  readonly notYetDue: number
  /** People due who began in the quarter and are done by now, but after it. */
  readonly late: number
  /** Nobody completed a module or sat an exam in the quarter, as far as is on record. */
  readonly silent: boolean
  readonly sessionHeld: boolean
  /** While the quarter runs: what share of their completions the quarters before had at this point. Null without. */
  readonly usualShare: Share | null
}

export interface TrainingFacts {
  /** In order; a half-year has two. */
  readonly quarters: readonly QuarterFacts[]
}

export interface IncidentFacts {
  readonly baselineYear: number
  readonly currentYear: number
  /** Whether there is a register at all: none is not zero incidents. */
  readonly registered: boolean
  /** Confirmed leaks of customers' data, by the year of confirmation. */
  readonly baselineCount: number
  readonly currentCount: number
  /** Suspicions of the current year that nobody has decided. */
  readonly undecided: number
  /** Bookings of the two years; null where a year has none on record. */
  readonly baselineBookings: number | null
  readonly currentBookings: number | null
  /** A full-scope security assessment dated in the current year. */
  readonly assessmentDone: boolean
  /** Some counted leak has no date of confirmation. */
  readonly yearAssumed: boolean
}

export interface SatisfactionFacts {
  readonly wave: WaveFacts | null
  readonly improvementChosen: boolean
}

/** A wave that two officers ended on another day than the one sealed at opening. */
export interface ChangedClose {
  readonly kind: 'early' | 'late'
  /** Last days on which answers were to be taken, and were. */
  readonly sealedOn: CalendarDate
  readonly closedOn: CalendarDate
  /** In the words of the officer who proposed it. */
  readonly reason: string
}

/** Why answers to the headline item cannot be compared with those of the wave before. */
export type TrendBreak = 'new' | 'gone' | 'wording' | 'scale' | 'shown-to-others'

export interface WaveFacts {
  readonly open: boolean
  /** Null where the wave before asked the same, or there is none. */
  readonly trendBreak: TrendBreak | null
  /** Null where it ended as sealed, and while it is open. */
  readonly changedClose: ChangedClose | null
  readonly minimumForStatus: number
  /** How finely its estimate may be published. */
  readonly step: PublishedStep
  readonly invited: number
  readonly delivered: number
  readonly answered: number
  /** Answers 1-5 to the headline item; all zero while the wave is open. */
  readonly counts: readonly [number, number, number, number, number]
  /** `na` and `dk`. */
  readonly withoutOpinion: number
  /** Eligible customers, asked or not. */
  readonly eligible: number
  /** The same answers by cell; empty while the wave is open. */
  readonly cells: readonly SatisfactionCell[]
  /** Margins of all eligible customers; null for a wave that was opened before they were kept. */
  readonly margins: FrameMargins | null
}

/** The answers to a rated item with what it takes to weigh them. */
export type Weighable = Pick<WaveFacts, 'counts' | 'cells' | 'margins'>

/** Answers to a rated item that share their categories and so their weight. */
export interface SatisfactionCell {
  /** Category on each margin. */
  readonly categories: Readonly<Record<string, string>>
  /** 1 / chance of being invited. */
  readonly baseWeight: number
  /** Answers 1-5. */
  readonly opinions: number
  /** Answers of 4 or 5. */
  readonly satisfied: number
}

/** Eligible customers by margin and category. */
export type FrameMargins = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface PartnerFacts {
  /** Active, with customers' data, and due this year or audited already. */
  readonly due: number
  /** Partners due with a full-scope audit of the year that rests on more than the partner's own word. */
  readonly audited: number
  /** Audited partners whose last audit was passed. */
  readonly passed: number
  readonly notYetDue: number
  /** Audited partners that failed and have no dated corrective plan. */
  readonly failedWithoutPlan: number
  /** While the year runs: what share of its audits the year before had on this day. Null without. */
  readonly usualShare: Share | null
}

/** How the people of a cell answered an item. */
export interface ItemCounts {
  /** With an opinion: on the scale. */
  readonly opinions: number
  /** Opinions at one of the scale's two highest points. */
  readonly topTwo: number
  /** No experience, or don't know. */
  readonly withoutOpinion: number
}

export interface RatedItem {
  readonly id: string
  readonly text: LocalText
  /** Null where the wave before asked the same, or there is none. */
  readonly broken: TrendBreak | null
}

/** The answers of a wave cell by cell: for the gate alone, since a cell may be a single person. */
export interface BreakdownFacts {
  readonly standing: 'open' | 'closed' | 'unlinked'
  /** Sealed when the wave opened. */
  readonly smallestGroup: number
  /** Items answered on a scale, in the order of the questionnaire. */
  readonly items: readonly RatedItem[]
  /** None unless the wave is unlinked: from then on no count changes. */
  readonly cells: readonly (Readonly<Record<Margin, string>> & {
    readonly counts: Readonly<Record<string, ItemCounts>>
  })[]
}
