import type { Verdict } from '../verdict.ts'

/** The leaks of a year, and the most that meet its target: counts of two years compare, reductions on two baselines do not. */
export interface LeaksAgainstCap {
  readonly count: number
  readonly cap: number
}

/** What a verdict counts against its cap; null on another goal, without a register, and in a baseline year, which has no cap. */
export function leaksAgainstCap({ goal, reason, figures }: Verdict): LeaksAgainstCap | null {
  if (goal !== 'incident-reduction' || !('cap' in figures)) return null
  if (reason === 'no-register' || reason === 'not-yet-due') return null
  return { count: figures.currentCount, cap: figures.cap }
}
