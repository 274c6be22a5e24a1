import { addDays, type CalendarDate, later } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  lastDay,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'
import { lacksHolidays } from '@wayproof/kernel/calendar/working-day'
import type { OpenDuty } from './deadline.ts'

/** Month from which next year's holidays are asked for; the State Council usually announces them in November. */
const HOLIDAYS_FROM_MONTH = 10

/**
 * Duties that follow from the calendar: the privacy meetings of this quarter and the last, planned meetings, and the public
 * holidays of this year and the next, without which working days are miscounted. `meetings`: days of privacy meetings with
 * minutes. `planned`: days for which the others are planned.
 * `daysOff`: days off that an officer entered, which answer for their year.
 */
export function calendarDuties(
  today: CalendarDate,
  programmeStart: CalendarDate,
  recordedDays: {
    readonly meetings: readonly CalendarDate[]
    readonly planned: readonly CalendarDate[]
    readonly daysOff: readonly CalendarDate[]
  },
): readonly OpenDuty[] {
  if (today < programmeStart) return []
  const year = Number(today.slice(0, 4))
  const years = Number(today.slice(5, 7)) < HOLIDAYS_FROM_MONTH ? [year] : [year, year + 1]
  return [
    ...meetingDuties(today, programmeStart, recordedDays),
    ...years
      .filter((each) => lacksHolidays(each) && !recordedDays.daysOff.some((day) => day.startsWith(`${each}-`)))
      .map((each): OpenDuty => ({ kind: 'holidays', subject: String(each), due: { day: `${each - 1}-12-31` } })),
  ]
}

/** By quarter. A planned meeting is due on its day; a quarter without one by its end. */
function meetingDuties(
  today: CalendarDate,
  programmeStart: CalendarDate,
  { meetings, planned }: { readonly meetings: readonly CalendarDate[]; readonly planned: readonly CalendarDate[] },
): readonly OpenDuty[] {
  const quarter = periodOf('quarter', today)
  const due = new Map<PeriodKey, CalendarDate>()
  // A meeting of the next quarter makes up for one that was not held.
  for (const each of [previousPeriod(quarter), quarter])
    if (lastDay(each) >= programmeStart && !meetings.some((day) => day >= firstDay(each)))
      due.set(periodKey(each), lastDay(each))
  const open = planned.filter((day) => !meetings.some((meetingDay) => meetingDay >= day))
  // The earliest of a quarter comes last and stays.
  for (const day of [...open].sort().reverse()) due.set(periodKey(periodOf('quarter', day)), day)
  return [...due].map(([subject, day]) => ({ kind: 'meeting', subject, due: { day } }))
}

/** Days after a half-year within which its figures are to be frozen; no law sets them. */
const FREEZE_DAYS = 60
/** A survey that ended late leaves this many days for the freeze. */
const FREEZE_DAYS_AFTER_SURVEY = 21
/** Days after the freeze for the owners' signatures, and for the seal. */
const SIGNATURE_DAYS = 14
const SEAL_DAYS = 21

/**
 * By when the figures of an ended half-year are to be frozen. `surveyEndsOn`: the last day of its survey, without whose
 * answers the figures are not complete; null without a survey.
 */
export function freezeDueOn(period: string, surveyEndsOn: CalendarDate | null): CalendarDate {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  const day = addDays(lastDay(half), FREEZE_DAYS)
  return surveyEndsOn === null ? day : later(day, addDays(surveyEndsOn, FREEZE_DAYS_AFTER_SURVEY))
}

/** By when the figures of a half-year that was reopened on a day are to be frozen again. */
export const refreezeDueOn = (reopenedOn: CalendarDate): CalendarDate => addDays(reopenedOn, FREEZE_DAYS)

export const signatureDueOn = (frozenOn: CalendarDate): CalendarDate => addDays(frozenOn, SIGNATURE_DAYS)
export const sealDueOn = (frozenOn: CalendarDate): CalendarDate => addDays(frozenOn, SEAL_DAYS)
