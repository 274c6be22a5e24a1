import type { CalendarDate } from '@wayproof/kernel'

export interface WaveCourse {
  readonly closesOn: CalendarDate
  readonly unlinkedOn: CalendarDate | null
}
