import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  lastDay,
  nextPeriod,
  type Period,
  type PeriodKey,
  periodKey,
  periodOf,
} from '@wayproof/kernel/calendar/period'
import { firstWorkingDay, workingDaysAfter } from '@wayproof/kernel/calendar/working-day'
import type { DueCause, EditionKind } from './edition.ts'
import type { EditionSettings } from './edition-settings.ts'
import type { WaveDates } from './wave-dates.ts'

/** Offices are reminded of their registers on this day of the month after a half-year. */
const REMINDER_DAY = 5

/** Days from which the due dates of a half-year's editions are counted. */
export interface HalfYearDates {
  readonly half: Period
  /** Null if it never opened. */
  readonly wave: WaveDates | null
  /** Days that a wave of the program is open. */
  readonly daysOpen: number
  /** When the offices were first reminded of the half-year; null if they were not yet. */
  readonly remindedOn: CalendarDate | null
  /** When it was first closed; null if it is not closed. */
  readonly closedOn: CalendarDate | null
  readonly localHolidays: readonly CalendarDate[]
}

export interface EditionDue {
  readonly kind: EditionKind
  readonly period: PeriodKey
  readonly occasion: string
  readonly dueOn: CalendarDate
  readonly because: DueCause
}

/** Lists the editions of an ended half-year by date; once it is closed only the sealed one. */
export function halfYearEditions(dates: HalfYearDates, settings: EditionSettings): readonly EditionDue[] {
  const of = { period: periodKey(dates.half), occasion: periodKey(dates.half) }
  if (dates.closedOn !== null) return [{ ...of, kind: 'sealed', dueOn: dates.closedOn, because: 'half-year-closed' }]
  const record = recordDue(dates, settings.workingDays)
  const preliminary = firstWorkingDay(firstDay(nextPeriod(dates.half)), dates.localHolidays)
  return [
    ...(settings.preliminary && preliminary
      ? [{ ...of, kind: 'preliminary', dueOn: preliminary.date, because: 'half-year-ended' } as const]
      : []),
    ...(record ? [{ ...of, kind: 'record', ...record } as const] : []),
  ]
}

function recordDue(
  { half, wave, daysOpen, remindedOn, localHolidays }: HalfYearDates,
  workingDays: number,
): Pick<EditionDue, 'dueOn' | 'because'> | null {
  const next = firstDay(nextPeriod(half))
  const wouldOpen = firstWorkingDay(next, localHolidays)
  if (!wouldOpen) return null
  const reminded = remindedOn ?? addDays(next, REMINDER_DAY - 1)
  const surveyed: readonly [CalendarDate, DueCause] = wave
    ? wave.unlinkedOn === null
      ? [wave.closesOn, 'wave-to-close']
      : [wave.unlinkedOn, 'wave-unlinked']
    : [addDays(wouldOpen.date, daysOpen), 'wave-never-opened']
  const from = [surveyed[0], reminded].toSorted().at(-1) ?? reminded
  const dueOn = workingDaysAfter(from, workingDays, localHolidays)
  return dueOn === null ? null : { dueOn, because: surveyed[1] }
}

/**
 * Applies settings saved on `savedOn` to an edition: null if they switched it on after its date; an edition of record that
 * they moved to an earlier date is due on `savedOn`, so that it is not late.
 */
export function dueUnder(dueEdition: EditionDue, savedOn: CalendarDate | null): EditionDue | null {
  if (savedOn === null || dueEdition.dueOn >= savedOn || dueEdition.kind === 'sealed') return dueEdition
  return dueEdition.kind === 'record' ? { ...dueEdition, dueOn: savedOn } : null
}

/**
 * Lists the editions of running figures in the half-year of `today`, by date: on the first working day after a month or
 * quarter, except at the end of the half-year, which has its own editions.
 */
export function runningEditions(
  today: CalendarDate,
  { monthly, quarterly }: Pick<EditionSettings, 'monthly' | 'quarterly'>,
  localHolidays: readonly CalendarDate[],
): readonly EditionDue[] {
  const period = periodOf('month', today)
  const editions: EditionDue[] = []
  let month = periodOf('month', firstDay(periodOf('half-year', today)))
  for (; firstDay(month) < firstDay(period); month = nextPeriod(month)) {
    const edition = runningEdition(month, { monthly, quarterly }, localHolidays)
    if (edition) editions.push(edition)
  }
  return editions
}

/** The edition of running figures after a month; null if none is sent. */
export function runningEdition(
  month: Period,
  { monthly, quarterly }: Pick<EditionSettings, 'monthly' | 'quarterly'>,
  localHolidays: readonly CalendarDate[],
): EditionDue | null {
  const half = periodOf('half-year', firstDay(month))
  if (lastDay(month) === lastDay(half)) return null
  const quarter = periodOf('quarter', firstDay(month))
  const endsQuarter = quarterly && lastDay(month) === lastDay(quarter)
  const due = firstWorkingDay(firstDay(nextPeriod(month)), localHolidays)
  if (!due || !(endsQuarter || monthly)) return null
  const of = { period: periodKey(half), dueOn: due.date }
  return endsQuarter
    ? { ...of, kind: 'quarterly', occasion: periodKey(quarter), because: 'quarter-ended' }
    : { ...of, kind: 'monthly', occasion: periodKey(month), because: 'month-ended' }
}
