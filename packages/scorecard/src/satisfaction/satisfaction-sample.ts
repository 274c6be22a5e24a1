import { ratio } from '@wayproof/kernel'
import { fewestToProve, sampleSizeFpc } from '@wayproof/statistics'
import { TARGETS } from '../goals/goal.ts'
import { LEVEL } from './satisfaction-estimate.ts'

/** The paper's, where nobody changed it. */
const TARGET = ratio(TARGETS['customer-satisfaction']) ?? 1

export interface SampleNeed {
  /** Answers with an opinion. */
  readonly completes: number
  /** May be more than the population: then no sample of it is enough. */
  readonly invitations: number
}

/**
 * What it takes to know a satisfaction near the target to ± `margin` among `population` people, of whom the share
 * `responseRate` answers when asked. Margin and rate are above 0, at most 1; the population is at least 1.
 */
export function sampleNeed({
  population,
  margin,
  responseRate,
  target = TARGET,
}: {
  readonly population: number
  readonly margin: number
  readonly responseRate: number
  /** 0-1. */
  readonly target?: number
}): SampleNeed {
  const completes = sampleSizeFpc({ p: target, margin, N: population, level: LEVEL }).nCeil ?? population
  // Rounding noise above a whole number is not another letter.
  return { completes, invitations: Math.ceil((completes / responseRate) * (1 - 1e-13)) }
}

/** How many of `answers` must be satisfied to prove the target, before any weighting; null where not even all suffice. */
export const fewestSatisfied = (answers: number, target = TARGET): number | null =>
  fewestToProve({ n: answers, target, level: LEVEL })
