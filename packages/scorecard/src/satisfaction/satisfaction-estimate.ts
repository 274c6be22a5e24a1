import { ratio, reaches, type Share } from '@wayproof/kernel'
import { type RakedCells, wilson } from '@wayproof/statistics'
import type { Weighable } from '../facts.ts'
import { billionths } from '../publish/grain.ts'
import type { Interval } from '../verdict.ts'
import { type RakedSatisfaction, rakeSatisfaction } from './raked-satisfaction.ts'

/** Level of every interval around the share. */
export const LEVEL = 0.95

/** What the answers with an opinion say of all eligible customers. */
export interface SatisfactionEstimate {
  /** Satisfied of those with an opinion, as counted. */
  readonly raw: Share
  /** What decides: weighted where the wave knows its margins. Null without an opinion. */
  readonly value: number | null
  /** Answers of a simple random sample that would be as sure. */
  readonly effective: number
  readonly standardError: number | null
  readonly interval: Interval | null
  /** Null where the margins of the eligible customers are not known: then the count decides. */
  readonly weighting: Weighting | null
}

export interface Weighting {
  /** n Σw² / (Σw)² (Kish 1965). */
  readonly designEffect: number
  /** Answers whose weight was cut to the bounds. */
  readonly trimmed: number
  /** Margins on which those who answered differ from the eligible by more than chance. */
  readonly apart: readonly string[]
}

/**
 * Weighs each cell by 1 / chance, rakes to the margins of all eligible customers (categories with fewer than 30 answers
 * put together), trims to 0.3-3 mean weights, and takes Wilson's interval on p(1-p)/var with the linearised variance. Exact
 * from tallies: everybody in a cell has one weight. Deville and Särndal 1992; Korn and Graubard 1998; Wilson 1927.
 */
export function estimateSatisfaction({ cells, margins, counts }: Weighable): SatisfactionEstimate {
  const raw = { numerator: counts[3] + counts[4], denominator: counts.reduce((sum, count) => sum + count, 0) }
  if (margins === null || raw.denominator === 0) return counted(raw, null)
  const raked = rakeSatisfaction(cells, margins)
  return isEven(raked) || raked.share === null
    ? counted(raw, { designEffect: 1, trimmed: 0, apart: raked.apart })
    : weighted(raw, raked)
}

/** Whether the target is reached, in integers: the weighted share floored at 1e-9. Null without an opinion. */
export function reachesTarget({ raw, value, weighting }: SatisfactionEstimate, target: Share): boolean | null {
  const isCounted = weighting === null || value === ratio(raw)
  return isCounted || value === null
    ? reaches(raw, target)
    : reaches({ numerator: billionths(value), denominator: 1e9 }, target)
}

/** The same weight for everybody: then the count is the estimate. */
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
  // Where all agree the error is 0, which would be too sure: then only the weights tell how many answers it is worth.
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
