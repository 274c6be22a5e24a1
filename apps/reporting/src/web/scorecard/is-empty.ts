import type { Scorecard } from '@wayproof/scorecard/scorecard'

/** True if no goal has a figure because all registers are empty. */
export const isEmpty = ({ verdicts }: Pick<Scorecard, 'verdicts'>): boolean =>
  verdicts.every(({ value, status }) => value === null && status === 'no-data')
