import type { CalendarDate } from './calendar-date.ts'

/**
 * The holiday schedule of one year, as the State Council announces it, usually in November of the year before. Spans
 * are inclusive.
 */
export interface HolidayYear {
  readonly off: readonly (readonly [from: CalendarDate, to: CalendarDate])[]
  /** Saturdays and Sundays declared working days in exchange. */
  readonly workedWeekends: readonly CalendarDate[]
}

/** China's holiday schedules by year. Add one entry for each new announcement. */
export const STATUTORY_HOLIDAYS: Readonly<Record<string, HolidayYear>> = {
  // Announced on 2025-11-04.
  '2026': {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workedWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** Statutory holidays with a fixed date (`MM-DD`), used for years without an announced schedule. */
export const FIXED_HOLIDAYS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
