import type { Reason, Verdict } from '../verdict.ts'

/**
 * Leaks of a year and the most that meet its target. Counts of two years are comparable, reductions on two baselines
 * are not.
 */
export interface LeaksAgainstCap {
  readonly count: number
  readonly cap: number
}

/** True if two years are not compared: without records of them, and in a baseline year, which has no cap. */
export const isUncompared = (reason: Reason): boolean =>
  reason === 'no-register' || reason === 'nothing-recorded' || reason === 'not-yet-due'

/** Count and cap of a verdict; null for another goal, and if two years are not compared. */
export function leaksAgainstCap({ goal, reason, figures }: Verdict): LeaksAgainstCap | null {
  if (goal !== 'incident-reduction' || !('cap' in figures)) return null
  if (isUncompared(reason)) return null
  return { count: figures.currentCount, cap: figures.cap }
}
