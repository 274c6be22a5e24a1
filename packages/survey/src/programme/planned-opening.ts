import { dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  nextPeriod,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'
import { firstWorkingDay } from '@wayproof/kernel/calendar/working-day'
import type { Instant } from '@wayproof/kernel/clock'
import type { Programme } from './programme.ts'

const OPENING_HOUR = 9

export interface PlannedOpening {
  readonly at: Instant
  /** False if the year's movable holidays are unknown and therefore not counted. */
  readonly arranged: boolean
}

/** Scheduled opening of the wave for a half-year: 09:00 on the first working day after it. Null for other periods. */
function plannedOpening(
  period: PeriodKey,
  { localHolidays }: Pick<Programme, 'localHolidays'>,
  timeZone: string,
): PlannedOpening | null {
  const requestedPeriod = parsePeriod(period)
  if (requestedPeriod?.kind !== 'half-year') return null
  const day = firstWorkingDay(firstDay(nextPeriod(requestedPeriod)), localHolidays)
  if (day === null) return null
  const { date, arranged } = day
  return { at: momentOn(date, OPENING_HOUR, timeZone), arranged }
}

/** After this delay the letters would surprise travelers, so an officer decides instead. */
const TOO_LATE_MS = 7 * 24 * 60 * 60_000

export interface DueOpening {
  readonly period: PeriodKey
  /** The scheduled opening time. */
  readonly at: Instant
}

export const isTooLate = ({ at }: DueOpening, now: Instant): boolean => now - at > TOO_LATE_MS

/**
 * Half-years whose opening is due since the program was first switched on, oldest first; at most two after months of
 * downtime or pause. Does not check whether the waves exist.
 */
export function dueOpenings(
  { runsSince, localHolidays }: Pick<Programme, 'runsSince' | 'localHolidays'>,
  now: Instant,
  timeZone: string,
): readonly DueOpening[] {
  if (runsSince === null) return []
  const endedHalfYear = previousPeriod(periodOf('half-year', dateAt(now, timeZone)))
  return [previousPeriod(endedHalfYear), endedHalfYear].map(periodKey).flatMap((period) => {
    const opening = plannedOpening(period, { localHolidays }, timeZone)
    return opening && opening.at <= now && opening.at > runsSince ? [{ period, at: opening.at }] : []
  })
}

/** The next opening after `now`; null if the organization's own holidays leave no working day. */
export function nextOpening(
  { localHolidays }: Pick<Programme, 'localHolidays'>,
  now: Instant,
  timeZone: string,
): (PlannedOpening & { readonly period: PeriodKey }) | null {
  const currentHalfYear = periodOf('half-year', dateAt(now, timeZone))
  const openings = [previousPeriod(currentHalfYear), currentHalfYear].map(periodKey).flatMap((period) => {
    const opening = plannedOpening(period, { localHolidays }, timeZone)
    return opening && opening.at > now ? [{ ...opening, period }] : []
  })
  return openings[0] ?? null
}
