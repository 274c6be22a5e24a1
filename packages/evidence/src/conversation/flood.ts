import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'

/** Most entries that are closed together in one act. */
export const MOST_IN_FLOOD = 2000

/** From so many untouched entries on, the page offers to close them together. */
export const LEAST_IN_FLOOD = 20

/** Entries that were closed together on one day, as long as their texts are stored. */
export interface ClosedFlood {
  readonly closedOn: CalendarDate
  /** Days of receipt. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly entries: number
}

/** Reports, or requests and complaints, as entries of a flood. */
export interface FloodStore {
  /** Closes the untouched ones of `ids` with the outcome `flood`, and returns their number. */
  closeFlood(ids: readonly Id[], day: CalendarDate): Promise<number>
  /** Opens those closed as a flood on `closedOn` again, and returns their number. */
  reopenFlood(closedOn: CalendarDate): Promise<number>
  /** Latest first. */
  floods(): Promise<readonly ClosedFlood[]>
}
