import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Scorecard } from '@wayproof/scorecard/scorecard'

/** Says whether a half-year has nothing to show: not in the offered range, not closed, and without figures. */
export const isOutside = (
  { period, seal, verdicts }: Pick<Scorecard, 'period' | 'seal' | 'verdicts'>,
  available: readonly PeriodKey[],
): boolean => !available.includes(period) && seal === null && verdicts.every(({ value }) => value === null)
