import { firstWhere, TIE } from './binomial.ts'
import { binomialMass } from './saddle-point.ts'

/** A sample of `drawn` from `total`, of which `marked` are successes; X counts the successes in the sample. */
export interface Draw {
  readonly marked: number
  readonly drawn: number
  readonly total: number
}

const lowest = ({ marked, drawn, total }: Draw) => Math.max(0, drawn - (total - marked))
const highest = ({ marked, drawn }: Draw) => Math.min(drawn, marked)
const mode = ({ marked, drawn, total }: Draw) => Math.floor(((drawn + 1) * (marked + 1)) / (total + 2))

/** P(X = x), as a ratio of three binomial masses (Loader 2000). */
function hypergeometricMass(x: number, draw: Draw): number {
  const { marked, drawn, total } = draw
  if (x < lowest(draw) || x > highest(draw)) return 0
  const p = drawn / total
  const q = (total - drawn) / total
  if (p === 0 || q === 0) return 1
  const both = binomialMass(x, marked, p, q) * binomialMass(drawn - x, total - marked, p, q)
  return both / binomialMass(drawn, total, p, q)
}

/** Sum of the masses from x away from the mode, until they are negligible. */
function away(x: number, draw: Draw, step: 1 | -1): number {
  const { marked, drawn, total } = draw
  const first = hypergeometricMass(x, draw)
  if (first === 0) return 0
  let term = 1
  let sum = 1
  for (let i = x; term > sum * 1e-17; i += step) {
    const up = (marked - i) * (drawn - i)
    const down = i * (total - marked - drawn + i)
    if (step === 1) term *= up / ((i + 1) * (total - marked - drawn + i + 1))
    else term *= down / ((marked - i + 1) * (drawn - i + 1))
    sum += term
  }
  return first * sum
}

/** P(X <= x). */
export function hypergeometricAtMost(x: number, draw: Draw): number {
  if (x < lowest(draw)) return 0
  if (x >= highest(draw)) return 1
  return x <= mode(draw) ? away(x, draw, -1) : 1 - away(x + 1, draw, 1)
}

/** P(X >= x). */
export function hypergeometricAtLeast(x: number, draw: Draw): number {
  if (x <= lowest(draw)) return 1
  if (x > highest(draw)) return 0
  return x >= mode(draw) ? away(x, draw, 1) : 1 - away(x - 1, draw, -1)
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
