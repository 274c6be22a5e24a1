import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'

export interface WaveDates {
  readonly closesOn: CalendarDate
  readonly unlinkedOn: CalendarDate | null
}
