import { ratio, reaches, type Share } from '@wayproof/kernel/share'
import { effectiveWilson } from '@wayproof/statistics/proportions/wilson'
import type { RakedCells } from '@wayproof/statistics/weighting/rake-cells'
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
  /** Answers of a simple random sample with the same precision; never above the number of answers. */
  readonly effective: number
  /** Degrees of freedom: answers minus the independent weighting categories. */
  readonly degrees: number
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
 * fewer than 30 answers merged), trims to 0.3-3 mean weights, and computes Wilson's interval with the effective size from
 * the linearized variance. Exact from tallies, because all people in a cell have one weight. Deville and Särndal 1992;
 * Korn and Graubard 1998; Wilson 1927.
 */
export function estimateSatisfaction({ cells, margins, rated: raw }: Weighable): SatisfactionEstimate {
  return margins === null || raw.denominator === 0 ? counted(raw) : weighted(raw, rakeSatisfaction(cells, margins))
}

/** Compares with the target in integers, the weighted share rounded down to 1e-9. Null without opinions. */
export function reachesTarget({ raw, value, weighting }: SatisfactionEstimate, target: Share): boolean | null {
  const isCounted = weighting === null || value === ratio(raw)
  return isCounted || value === null
    ? reaches(raw, target)
    : reaches({ numerator: billionths(value), denominator: 1e9 }, target)
}

/** With equal weights the weighted share is the count. */
function isEven({ weights }: RakedCells): boolean {
  const given = weights.filter((weight) => weight > 0)
  return Math.max(...given) - Math.min(...given) <= 1e-9 * Math.max(...given)
}

function counted(raw: Share): SatisfactionEstimate {
  const n = raw.denominator
  return withPrecision({ raw, value: ratio(raw), effective: n, degrees: n - 1, weighting: null })
}

function weighted(raw: Share, raked: RakedSatisfaction): SatisfactionEstimate {
  const { degrees, trimmed, apart } = raked
  const effective = Math.min(raked.effective, raw.denominator)
  if (raked.share === null) return { ...counted(raw), weighting: { designEffect: 1, trimmed: 0, apart } }
  const [value, designEffect] = isEven(raked) ? [ratio(raw), 1] : [raked.share, raked.kishDeff ?? 1]
  return withPrecision({ raw, value, effective, degrees, weighting: { designEffect, trimmed, apart } })
}

type Unmeasured = Omit<SatisfactionEstimate, 'standardError' | 'interval'>

/** Error and interval follow from the effective sample size in every wave. */
function withPrecision(estimate: Unmeasured): SatisfactionEstimate {
  const { raw, value: p, effective, degrees } = estimate
  if (p === null) return { ...estimate, standardError: null, interval: null }
  const { lower, upper } = effectiveWilson({ p, effective, answers: raw.denominator, degrees, level: LEVEL })
  const standardError = Math.sqrt((p * (1 - p)) / effective)
  return { ...estimate, standardError, interval: { lower, upper, level: LEVEL } }
}
