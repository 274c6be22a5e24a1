import type { CalendarDate } from '@wayproof/kernel'
import type { Scorecard } from './scorecard.ts'

/** The day whose registers the figures were counted from: of a closed half-year that of its seal, else `today`. */
export const recordedOn = ({ seal }: Pick<Scorecard, 'seal'>, today: CalendarDate): CalendarDate =>
  seal?.sealedOn ?? today
