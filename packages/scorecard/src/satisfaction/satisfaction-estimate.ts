import { ratio, reaches, type Share } from '@wayproof/kernel'
import { type RakedCells, wilson } from '@wayproof/statistics'
import type { Weighable } from '../facts.ts'
import { billionths } from '../publish/grain.ts'
import type { Interval } from '../verdict.ts'
import { type RakedSatisfaction, rakeSatisfaction } from './raked-satisfaction.ts'

/** Confidence level of every interval around the share. */
export const LEVEL = 0.95

/** Estimate for all eligible customers from the answers with an opinion. */
export interface SatisfactionEstimate {
  /** Satisfied answers of those with an opinion, as counted. */
  readonly raw: Share
  /** The deciding share: weighted if the wave knows its margins. Null without opinions. */
  readonly value: number | null
  /** Effective sample size: answers of a simple random sample with the same precision. */
  readonly effective: number
  readonly standardError: number | null
  readonly interval: Interval | null
  /** Null if the margins of the eligible customers are unknown; the count then decides. */
  readonly weighting: Weighting | null
}

export interface Weighting {
  /** n Σw² / (Σw)² (Kish 1965). */
  readonly designEffect: number
  /** Answers whose weight was trimmed. */
  readonly trimmed: number
  /** Margins on which respondents differ significantly from the eligible customers. */
  readonly apart: readonly string[]
}

/**
 * Weights each cell by 1 / probability of invitation, rakes to the margins of all eligible customers (categories with
 * fewer than 30 answers merged), trims to 0.3-3 mean weights, and computes Wilson's interval with the effective size
 * p(1-p)/var from the linearized variance. Exact from tallies, because all people in a cell have one weight. Deville
 * and Särndal 1992; Korn and Graubard 1998; Wilson 1927.
 */
export function estimateSatisfaction({ cells, margins, rated: raw }: Weighable): SatisfactionEstimate {
  if (margins === null || raw.denominator === 0) return counted(raw, null)
  const raked = rakeSatisfaction(cells, margins)
  return isEven(raked) || raked.share === null
    ? counted(raw, { designEffect: 1, trimmed: 0, apart: raked.apart })
    : weighted(raw, raked)
}

/** Compares with the target in integers, the weighted share rounded down to 1e-9. Null without opinions. */
export function reachesTarget({ raw, value, weighting }: SatisfactionEstimate, target: Share): boolean | null {
  const isCounted = weighting === null || value === ratio(raw)
  return isCounted || value === null
    ? reaches(raw, target)
    : reaches({ numerator: billionths(value), denominator: 1e9 }, target)
}

/** With equal weights the count is the estimate. */
function isEven({ weights }: RakedCells): boolean {
  const given = weights.filter((weight) => weight > 0)
  return Math.max(...given) - Math.min(...given) <= 1e-9 * Math.max(...given)
}

function counted(raw: Share, weighting: Weighting | null): SatisfactionEstimate {
  const { numerator: x, denominator: n } = raw
  const value = ratio(raw)
  const effective = { raw, value, effective: n, weighting }
  if (value === null) return { ...effective, standardError: null, interval: null }
  const { lower, upper } = wilson({ x, n, level: LEVEL })
  return { ...effective, standardError: Math.sqrt((value * (1 - value)) / n), interval: { lower, upper, level: LEVEL } }
}

function weighted(raw: Share, raked: RakedSatisfaction): SatisfactionEstimate {
  const value = raked.share ?? 0
  // If all agree, or all of each category, the error is 0, which is too optimistic; then only the weights determine the
  // effective size.
  const effective = raked.nEff ?? raked.kishNeff ?? 0
  const { lower, upper } = wilson({ x: value * effective, n: effective, level: LEVEL })
  return {
    raw,
    value,
    effective,
    standardError: raked.se,
    interval: { lower, upper, level: LEVEL },
    weighting: { designEffect: raked.kishDeff ?? 1, trimmed: raked.trimmed, apart: raked.apart },
  }
}
