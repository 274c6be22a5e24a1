import { addDays, type CalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, periodOf } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { CellPlan, MergeMap } from '../sampling/cells.ts'
import type { FrameMargin } from '../sampling/frame.ts'
import type { Skip } from '../sampling/skip.ts'
import type { Wave } from '../waves/wave.ts'
import type { Checklist } from './checklist.ts'
import type { MentionedImprovement } from './improvement.ts'

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
  /** Cells that were merged because one domain or one person's imports dominated them. */
  readonly dominatedCells: number
  readonly cells: readonly WeightedCell[]
  /** Margins of all eligible customers. */
  readonly margins: readonly FrameMargin[]
  readonly invitations: readonly PlannedInvitation[]
  readonly closesOn: CalendarDate
  /** Improvements that the invitation mentions. */
  readonly improvements: readonly MentionedImprovement[]
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

/**
 * The latest closing day of a wave opened on `opened`: the end of that half-year, because the next half-year has its
 * own wave.
 */
export const latestClosingDay = (openingDay: CalendarDate): CalendarDate => lastDay(periodOf('half-year', openingDay))

/** The first moment at which answers are no longer accepted: the end of `closesOn` in the organization's time zone. */
export const closingMoment = (closesOn: CalendarDate, timeZone: string): Instant =>
  startOfDay(addDays(closesOn, 1), timeZone)
