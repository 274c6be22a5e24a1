import { firstWhere, TIE } from './binomial.ts'
import { binomialMass } from './saddle-point.ts'

/** A sample of `drawn` from `total`, of which `marked` are successes; X counts the successes in the sample. */
export interface Draw {
  readonly successes: number
  readonly sampleSize: number
  readonly total: number
}

const lowest = ({ successes, sampleSize, total }: Draw) => Math.max(0, sampleSize - (total - successes))
const highest = ({ successes, sampleSize }: Draw) => Math.min(sampleSize, successes)
const mode = ({ successes, sampleSize, total }: Draw) => Math.floor(((sampleSize + 1) * (successes + 1)) / (total + 2))

/** P(X = x), as a ratio of three binomial masses (Loader 2000). */
function hypergeometricMass(x: number, draw: Draw): number {
  const { successes, sampleSize, total } = draw
  if (x < lowest(draw) || x > highest(draw)) return 0
  const p = sampleSize / total
  const q = (total - sampleSize) / total
  if (p === 0 || q === 0) return 1
  const jointMass = binomialMass(x, successes, p, q) * binomialMass(sampleSize - x, total - successes, p, q)
  return jointMass / binomialMass(sampleSize, total, p, q)
}

/** Sum of the masses from x away from the mode, until they are negligible. */
function tailSum(x: number, draw: Draw, step: 1 | -1): number {
  const { successes, sampleSize, total } = draw
  const mass = hypergeometricMass(x, draw)
  if (mass === 0) return 0
  let term = 1
  let sum = 1
  for (let i = x; term > sum * 1e-17; i += step) {
    const upFactor = (successes - i) * (sampleSize - i)
    const downFactor = i * (total - successes - sampleSize + i)
    if (step === 1) term *= upFactor / ((i + 1) * (total - successes - sampleSize + i + 1))
    else term *= downFactor / ((successes - i + 1) * (sampleSize - i + 1))
    sum += term
  }
  return mass * sum
}

/** P(X <= x). */
export function hypergeometricAtMost(x: number, draw: Draw): number {
  if (x < lowest(draw)) return 0
  if (x >= highest(draw)) return 1
  return x <= mode(draw) ? tailSum(x, draw, -1) : 1 - tailSum(x + 1, draw, 1)
}

/** P(X >= x). */
export function hypergeometricAtLeast(x: number, draw: Draw): number {
  if (x <= lowest(draw)) return 1
  if (x > highest(draw)) return 0
  return x >= mode(draw) ? tailSum(x, draw, 1) : 1 - tailSum(x - 1, draw, -1)
}

/** Fisher's two-sided p: the sum of all outcomes that are not more likely than `x` (R's fisher.test). */
export function fisherTwoSided(x: number, draw: Draw): number {
  const limit = hypergeometricMass(x, draw) * TIE
  const top = mode(draw)
  if (hypergeometricMass(top, draw) <= limit) return 1
  const left = firstWhere(lowest(draw), top, (i) => hypergeometricMass(i, draw) > limit) - 1
  const right = firstWhere(top, highest(draw), (i) => hypergeometricMass(i, draw) <= limit)
  return Math.min(1, hypergeometricAtMost(left, draw) + hypergeometricAtLeast(right, draw))
}
