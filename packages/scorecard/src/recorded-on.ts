import type { CalendarDate } from '@wayproof/kernel'
import type { Scorecard } from './scorecard.ts'

/**
 * The day whose registers the figures were counted from: of a closed half-year that of its freeze, since nothing that came
 * between it and the seal counts, else `today`.
 */
export const recordedOn = ({ seal }: Pick<Scorecard, 'seal'>, today: CalendarDate): CalendarDate =>
  seal ? (seal.frozenOn ?? seal.sealedOn) : today
