import type { CalendarDate } from '@wayproof/kernel'

export interface WaveDates {
  readonly closesOn: CalendarDate
  readonly unlinkedOn: CalendarDate | null
}
