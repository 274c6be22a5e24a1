import {
  addDays,
  type CalendarDate,
  firstDay,
  type Id,
  type Instant,
  lastDay,
  parsePeriod,
  periodOf,
  startOfDay,
} from '@wayproof/kernel'
import type { CellPlan, MergeMap } from '../sampling/cells.ts'
import type { FrameMargin } from '../sampling/frame.ts'
import type { Skip, Wave } from '../waves/wave.ts'
import type { Checklist } from './checklist.ts'
import type { ToldImprovement } from './list-improvements.ts'

/** The plan of a wave, written in one transaction at opening and not changed afterwards. */
export interface WavePlan {
  readonly wave: Omit<Wave, 'status' | 'sealedClosesAt' | 'closedAt' | 'unlinkedAt' | 'paused'>
  /** Minimum number of people behind any figure of this wave, regardless of later rule changes. */
  readonly smallestGroup: number
  /** Number of travelers in the register when the sample was drawn. */
  readonly registered: number
  /** Eligible customers when the sample was drawn. */
  readonly frame: number
  /** Travelers who are not invited, by reason. */
  readonly skips: readonly Skip[]
  readonly checklist: Checklist
  readonly mergeMap: MergeMap
  readonly cells: readonly WeightedCell[]
  /** Margins of all eligible customers. */
  readonly margins: readonly FrameMargin[]
  readonly invitations: readonly PlannedInvitation[]
  readonly closesOn: CalendarDate
  /** Improvements that the invitation mentions. */
  readonly improvements: readonly ToldImprovement[]
}

export interface WeightedCell extends CellPlan {
  readonly id: Id
  /** 1 / selection probability. */
  readonly baseWeight: number
}

export interface PlannedInvitation {
  readonly id: Id
  readonly travelerId: Id
  readonly cellId: Id
  readonly locale: string
  readonly letterId: Id
}

/** Generation of every first link; a new link for the same invitation gets the next number. */
export const FIRST_GENERATION = 0

/** The months (`YYYY-MM`, inclusive) in which a last trip makes a customer eligible; `last` null is unbounded. */
export interface TripMonths {
  readonly first: string
  readonly last: string | null
}

/**
 * The months a wave asks about. Half-year: everyone who traveled in it or later. Year (a replay of a past survey): that
 * year only. Other periods have no waves (null).
 */
export function tripMonths(periodKey: string): TripMonths | null {
  const period = parsePeriod(periodKey)
  if (period?.kind === 'half-year') return { first: firstDay(period).slice(0, 7), last: null }
  return period?.kind === 'year' ? { first: firstDay(period).slice(0, 7), last: lastDay(period).slice(0, 7) } : null
}

/**
 * The latest closing day of a wave opened on `opened`: the end of that half-year, because the next half-year has its
 * own wave.
 */
export const latestClosingDay = (opened: CalendarDate): CalendarDate => lastDay(periodOf('half-year', opened))

/** The first moment at which answers are no longer accepted: the end of `closesOn` in the organization's time zone. */
export const closingMoment = (closesOn: CalendarDate, timeZone: string): Instant =>
  startOfDay(addDays(closesOn, 1), timeZone)
