import {
  dateAt,
  firstDay,
  firstWorkingDay,
  type Instant,
  momentOn,
  nextPeriod,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel'
import type { Programme } from './programme.ts'

const OPENING_HOUR = 9

export interface PlannedOpening {
  readonly at: Instant
  /** False: the year's days off that move are not known, and not counted. */
  readonly arranged: boolean
}

/** When the wave on a half-year opens by itself: nine o'clock on the first working day after it. Null for other periods. */
function plannedOpening(
  period: PeriodKey,
  { localHolidays }: Pick<Programme, 'localHolidays'>,
  timeZone: string,
): PlannedOpening | null {
  const asked = parsePeriod(period)
  if (asked?.kind !== 'half-year') return null
  const day = firstWorkingDay(firstDay(nextPeriod(asked)), localHolidays)
  if (day === null) return null
  const { date, arranged } = day
  return { at: momentOn(date, OPENING_HOUR, timeZone), arranged }
}

/** Later than this the letters would surprise: an officer is asked instead. */
const TOO_LATE_MS = 7 * 24 * 60 * 60_000

export interface DueOpening {
  readonly period: PeriodKey
  /** When the programme had it. */
  readonly at: Instant
}

export const isTooLate = ({ at }: DueOpening, now: Instant): boolean => now - at > TOO_LATE_MS

/**
 * Half-years whose opening has come since the programme was first switched on, older first: after months in which nothing
 * ran, or the programme was off, two at most. Whether they have their waves is not looked at.
 */
export function dueOpenings(
  { runsSince, localHolidays }: Pick<Programme, 'runsSince' | 'localHolidays'>,
  now: Instant,
  timeZone: string,
): readonly DueOpening[] {
  if (runsSince === null) return []
  const ended = previousPeriod(periodOf('half-year', dateAt(now, timeZone)))
  return [previousPeriod(ended), ended].map(periodKey).flatMap((period) => {
    const opening = plannedOpening(period, { localHolidays }, timeZone)
    return opening && opening.at <= now && opening.at > runsSince ? [{ period, at: opening.at }] : []
  })
}

/** The opening to come after `now`; null when the organisation's own days off leave none. */
export function nextOpening(
  { localHolidays }: Pick<Programme, 'localHolidays'>,
  now: Instant,
  timeZone: string,
): (PlannedOpening & { readonly period: PeriodKey }) | null {
  const running = periodOf('half-year', dateAt(now, timeZone))
  const openings = [previousPeriod(running), running].map(periodKey).flatMap((period) => {
    const opening = plannedOpening(period, { localHolidays }, timeZone)
    return opening && opening.at > now ? [{ ...opening, period }] : []
  })
  return openings[0] ?? null
}
