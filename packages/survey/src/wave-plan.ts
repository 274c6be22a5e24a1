import { addDays, type CalendarDate, firstDay, type Id, type Instant, parsePeriod, startOfDay } from '@wayproof/kernel'
import type { CellPlan, MergeMap } from './cells.ts'
import type { Wave } from './wave.ts'

/** Everything a wave is opened with, written in one act and not changed afterwards. */
export interface WavePlan {
  readonly wave: Omit<Wave, 'status' | 'remindedAt' | 'closedAt' | 'unlinkedAt'>
  /** Eligible customers when the sample was drawn. */
  readonly frame: number
  readonly mergeMap: MergeMap
  readonly cells: readonly (CellPlan & { readonly id: Id })[]
  readonly invitations: readonly PlannedInvitation[]
  readonly closesOn: CalendarDate
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

/**
 * The first month (`YYYY-MM`) whose trips make a customer eligible: a half-year's own first month, so that all who
 * travelled in it or since are asked. A year is a replay of past surveys and asks everybody (null). Other periods have
 * no waves (undefined).
 */
export function firstTripMonth(periodKey: string): string | null | undefined {
  const period = parsePeriod(periodKey)
  if (period?.kind === 'half-year') return firstDay(period).slice(0, 7)
  return period?.kind === 'year' ? null : undefined
}

/** The moment after the last one in which an answer is taken: the end of `closesOn` in the organisation's zone. */
export const closingMoment = (closesOn: CalendarDate, timeZone: string): Instant =>
  startOfDay(addDays(closesOn, 1), timeZone)
