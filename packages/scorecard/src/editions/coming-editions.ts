import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { nextPeriod, type Period, periodOf } from '@wayproof/kernel/calendar/period'
import { type EditionDue, type HalfYearDates, halfYearEditions, runningEdition } from './edition-due.ts'
import type { EditionSettings } from './edition-settings.ts'

/** Months ahead whose running editions are shown. */
const MONTHS_AHEAD = 7

export interface ComingEdition extends EditionDue {
  /** False: its date moves with the wave and the reminders. */
  readonly certain: boolean
}

/**
 * Lists the editions from `today` on, by date: those of the ended and the running half-year, and the running figures of the
 * next months. The day of a future closing is unknown, so no sealed edition is among them.
 */
export function comingEditions(
  today: CalendarDate,
  halfYears: readonly HalfYearDates[],
  settings: EditionSettings,
): readonly ComingEdition[] {
  const halves = halfYears.flatMap((dates) =>
    halfYearEditions(dates, settings).map((dueEdition) => ({
      ...dueEdition,
      certain: dueEdition.kind !== 'record' || (dueEdition.because === 'wave-unlinked' && dates.remindedOn !== null),
    })),
  )
  const localHolidays = halfYears[0]?.localHolidays ?? []
  const running = monthsFrom(periodOf('month', today)).flatMap((month) => {
    const dueEdition = runningEdition(month, settings, localHolidays)
    return dueEdition ? [{ ...dueEdition, certain: true }] : []
  })
  return [...halves, ...running]
    .filter(({ dueOn }) => dueOn >= today)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

function monthsFrom(first: Period): readonly Period[] {
  const months = [first]
  while (months.length < MONTHS_AHEAD) months.push(nextPeriod(months.at(-1) ?? first))
  return months
}
