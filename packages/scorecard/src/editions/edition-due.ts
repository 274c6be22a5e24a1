import {
  addDays,
  type CalendarDate,
  firstDay,
  firstWorkingDay,
  lastDay,
  nextPeriod,
  type Period,
  type PeriodKey,
  periodKey,
  periodOf,
  workingDaysAfter,
} from '@wayproof/kernel'
import type { DueCause, EditionKind } from './edition.ts'
import type { EditionSettings } from './edition-settings.ts'
import type { WaveDates } from './wave-dates.ts'

/** Offices are reminded of their registers on this day of the month after a half-year. */
const REMINDER_DAY = 5

/** Days from which the due dates of a half-year's editions are counted. */
export interface HalfYearDates {
  readonly half: Period
  /** Null: it never opened. */
  readonly wave: WaveDates | null
  /** Days that a wave of the program is open. */
  readonly daysOpen: number
  /** When the offices were first reminded of the half-year; null: not yet. */
  readonly remindedOn: CalendarDate | null
  /** When it was first closed; null: it is not. */
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

/** The editions of a half-year that is over, by their dates: the sealed one in place of the others once it is closed. */
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
 * An edition as settings of `savedOn` have it: one that they switched on is not due before that day (null), and one that they
 * brought ahead is not late.
 */
export function dueUnder(due: EditionDue, savedOn: CalendarDate | null): EditionDue | null {
  if (savedOn === null || due.dueOn >= savedOn || due.kind === 'sealed') return due
  return due.kind === 'record' ? { ...due, dueOn: savedOn } : null
}

/**
 * The editions of running figures of the half-year of `today`, by their dates: on the first working day after a month or quarter,
 * but for those that end a half-year, which has editions of its own.
 */
export function runningEditions(
  today: CalendarDate,
  { monthly, quarterly }: Pick<EditionSettings, 'monthly' | 'quarterly'>,
  localHolidays: readonly CalendarDate[],
): readonly EditionDue[] {
  const running = periodOf('month', today)
  const editions: EditionDue[] = []
  let month = periodOf('month', firstDay(periodOf('half-year', today)))
  for (; firstDay(month) < firstDay(running); month = nextPeriod(month)) {
    const edition = runningEdition(month, { monthly, quarterly }, localHolidays)
    if (edition) editions.push(edition)
  }
  return editions
}

/** The edition of running figures after a month; null where none is sent. */
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
