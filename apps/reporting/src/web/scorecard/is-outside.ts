import type { PeriodKey } from '@wayproof/kernel'
import type { Scorecard } from '@wayproof/scorecard'

/** Whether there is nothing to see of a half-year: none of those on offer, not closed, and no goal has a figure. */
export const isOutside = (
  { period, seal, verdicts }: Pick<Scorecard, 'period' | 'seal' | 'verdicts'>,
  available: readonly PeriodKey[],
): boolean => !available.includes(period) && seal === null && verdicts.every(({ value }) => value === null)
