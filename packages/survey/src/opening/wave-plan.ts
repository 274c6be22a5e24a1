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

/** Everything a wave is opened with, written in one act and not changed afterwards. */
export interface WavePlan {
  readonly wave: Omit<Wave, 'status' | 'sealedClosesAt' | 'closedAt' | 'unlinkedAt' | 'paused'>
  /** Fewest people that a figure of this wave may rest on, whatever is decided later. */
  readonly smallestGroup: number
  /** All in the register when the sample was drawn. */
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
  /** What the invitation tells of the wave before. */
  readonly improvements: readonly ToldImprovement[]
}

export interface WeightedCell extends CellPlan {
  readonly id: Id
  /** 1 / chance of being invited. */
  readonly baseWeight: number
}

export interface PlannedInvitation {
  readonly id: Id
  readonly travelerId: Id
  readonly cellId: Id
  readonly locale: string
  readonly letterId: Id
}

/** Every link begins with this generation; a new link for the same invitation takes the next. */
export const FIRST_GENERATION = 0

/** The months (`YYYY-MM`), both included, in which a last trip makes a customer eligible; `last` null is open. */
export interface TripMonths {
  readonly first: string
  readonly last: string | null
}

/**
 * The months a wave asks about: for a half-year, all who travelled in it or since; for a year, a replay of a past survey,
 * those of that year alone. Other periods have no waves (null).
 */
export function tripMonths(periodKey: string): TripMonths | null {
  const period = parsePeriod(periodKey)
  if (period?.kind === 'half-year') return { first: firstDay(period).slice(0, 7), last: null }
  return period?.kind === 'year' ? { first: firstDay(period).slice(0, 7), last: lastDay(period).slice(0, 7) } : null
}

/** The latest day on which a wave that opens on `opened` may close, its half-year's last: the next has a wave of its own. */
export const latestClosingDay = (opened: CalendarDate): CalendarDate => lastDay(periodOf('half-year', opened))

/** The moment after the last one in which an answer is taken: the end of `closesOn` in the organisation's zone. */
export const closingMoment = (closesOn: CalendarDate, timeZone: string): Instant =>
  startOfDay(addDays(closesOn, 1), timeZone)
