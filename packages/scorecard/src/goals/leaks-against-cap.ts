import type { Verdict } from '../verdict.ts'

/**
 * Leaks of a year and the most that meet its target. Counts of two years are comparable, reductions on two baselines
 * are not.
 */
export interface LeaksAgainstCap {
  readonly count: number
  readonly cap: number
}

/** Count and cap of a verdict; null for another goal, without a register, and in a baseline year, which has no cap. */
export function leaksAgainstCap({ goal, reason, figures }: Verdict): LeaksAgainstCap | null {
  if (goal !== 'incident-reduction' || !('cap' in figures)) return null
  if (reason === 'no-register' || reason === 'not-yet-due') return null
  return { count: figures.currentCount, cap: figures.cap }
}
