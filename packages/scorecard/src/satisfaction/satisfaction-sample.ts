import { ratio } from '@wayproof/kernel/share'
import { fewestToProve } from '@wayproof/statistics/proportions/fewest-to-prove'
import { sampleSizeFpc } from '@wayproof/statistics/proportions/sample-size'
import { TARGETS } from '../goals/goal.ts'
import { LEVEL } from './satisfaction-estimate.ts'

/** The paper's target, without rule changes. */
const TARGET = ratio(TARGETS['customer-satisfaction']) ?? 1

export interface SampleNeed {
  /** Answers with an opinion. */
  readonly completes: number
  /** May exceed the population; then no sample of it suffices. */
  readonly invitations: number
}

/**
 * Sample size for estimating a satisfaction near the target to ± `margin` in a population of `population` people with
 * the response rate `responseRate`. Margin and rate are above 0 and at most 1; the population is at least 1.
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
  // Rounding noise above an integer must not add an invitation.
  return { completes, invitations: Math.ceil((completes / responseRate) * (1 - 1e-13)) }
}

/** Fewest satisfied of `answers` that prove the target, before weighting; null if not even all suffice. */
export const fewestSatisfied = (answers: number, target = TARGET): number | null =>
  fewestToProve({ n: answers, target, level: LEVEL })
