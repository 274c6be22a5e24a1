import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Scorecard } from './scorecard.ts'

/**
 * Day on which the figures were counted from the registers: for a closed half-year the day of its freeze, because later
 * entries do not count, else `today`.
 */
export const recordedOn = ({ seal }: Pick<Scorecard, 'seal'>, today: CalendarDate): CalendarDate =>
  seal ? (seal.frozenOn ?? seal.sealedOn) : today
