import { finite } from '../distributions/finite.ts'
import { betaInverse, studentInverse } from '../distributions/quantiles.ts'
import { scoreInterval } from '../proportions/wilson.ts'
import { groupRows, type Margins, rake, regressMargins, sweepMargins } from './raking.ts'
import { effectiveNumber, influences, kishEffect, linearisedSe, meanOf, satisfied } from './weighted.ts'

/** One answer: its category on each margin, and a `score` of 1-5. */
export type ScoredRow = Readonly<Record<string, string | number>> & { readonly score: number }

type Bounds = readonly [number | null, number | null]

/** Raked weights and the resulting estimates. All intervals are at 95%. Null: infinite or undefined. */
export interface RakedShare {
  readonly weights: readonly number[]
  /** Weighted share of the scores 4 and 5. */
  readonly weightedTop2: number | null
  readonly seRake: number | null
  readonly seGreg: number | null
  readonly kishDeff: number | null
  readonly kishNeff: number | null
  /** p(1-p) / seRake². */
  readonly nEffVar: number | null
  readonly betaCi: Bounds
  readonly xlogitCi: Bounds
  readonly wilsonKish: Bounds
  readonly wilsonNeffVar: Bounds
  readonly mean: number | null
  readonly meanSe: number | null
}

const LEVEL = 0.95
const LOW = (1 - LEVEL) / 2
const UNKNOWN: Bounds = [null, null]

/** Beta interval on the effective sample size (Korn and Graubard 1998, with n = p(1-p)/var). */
function betaBounds(p: number, n: number | null): Bounds {
  if (n === null) return UNKNOWN
  return [finite(betaInverse(LOW, n * p, n * (1 - p) + 1)), finite(betaInverse(1 - LOW, n * p + 1, n * (1 - p)))]
}

/** t interval on the log odds, n - 1 degrees of freedom. */
function logitBounds(p: number, se: number, rows: number): Bounds {
  const width = (studentInverse(1 - LOW, rows - 1) * se) / (p * (1 - p))
  const shiftedShare = (shift: number) => finite(1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + shift))))
  return Number.isFinite(width) ? [shiftedShare(-width), shiftedShare(width)] : UNKNOWN
}

/** Wilson's interval on an effective sample size. */
function scoreBounds(p: number, n: number | null): Bounds {
  if (n === null || Number.isNaN(p)) return UNKNOWN
  const { lower, upper } = scoreInterval(p, n, LEVEL)
  return [lower, upper]
}

/**
 * Rakes base weights (one for all rows, or one per row) to the population margins and estimates the top-2 share and the
 * mean with errors that account for the raking (R's survey::rake, svymean, svyciprop; Deville and Särndal 1992).
 */
export function rakeWeights(input: {
  rows: readonly ScoredRow[]
  baseWeight: number | readonly number[]
  margins: Margins
}): RakedShare {
  const { rows, baseWeight, margins } = input
  const groups = groupRows(rows, margins)
  const base = rows.map((_, i) => (typeof baseWeight === 'number' ? baseWeight : (baseWeight[i] ?? 0)))
  const weights = rake(base, groups)
  const scores = rows.map((row) => row.score)
  const top2 = satisfied(scores)
  const p = meanOf(top2, weights)
  const mean = meanOf(scores, weights)
  const pulls = influences(top2, weights, p)
  const se = linearisedSe(sweepMargins(pulls, weights, groups, base))
  const kish = kishEffect(weights)
  const nEffVar = effectiveNumber(p, se)
  return {
    weights,
    weightedTop2: finite(p),
    seRake: finite(se),
    seGreg: finite(linearisedSe(regressMargins(pulls, weights, groups, base).residuals)),
    kishDeff: kish.designEffect,
    kishNeff: kish.effectiveN,
    nEffVar,
    betaCi: betaBounds(p, nEffVar),
    xlogitCi: logitBounds(p, se, rows.length),
    wilsonKish: scoreBounds(p, kish.effectiveN),
    wilsonNeffVar: scoreBounds(p, nEffVar),
    mean: finite(mean),
    meanSe: finite(linearisedSe(sweepMargins(influences(scores, weights, mean), weights, groups, base))),
  }
}
