import { firstWhere } from '../distributions/binomial.ts'
import { finite } from '../distributions/finite.ts'
import { hypergeometricAtLeast, hypergeometricAtMost } from '../distributions/hypergeometric.ts'
import { scoreInterval } from './wilson.ts'

/** A share in a sample of `n` drawn without replacement from a population of `N`. */
export interface FinitePopulation {
  /** Standard error sqrt((1 - n/N) p(1-p) / (n-1)) (Cochran 1977); 0 for a census, null for a single case. */
  readonly seFpc: number | null
  /** n (N-1) / (N-n); null (infinite) for a census. */
  readonly nEff: number | null
  readonly wilsonFpcLower: number
  readonly wilsonFpcUpper: number
  readonly hyperLower: number
  readonly hyperUpper: number
}

/** A tail equal to the limit rejects, regardless of rounding in its sum. */
const exceeds = (tail: number, limit: number) => tail > limit * (1 + 1e-12)

/**
 * Intervals with finite-population correction: Wilson on the effective sample size, and the exact interval of all
 * population counts that neither hypergeometric tail rejects at (1 - level)/2 (Buonaccorsi 1987). Valid only for a
 * sample without nonresponse, because nonresponse would be treated as sampling.
 */
export function proportionFpc(sample: { x: number; n: number; N: number; level: number }): FinitePopulation {
  const { x, n, N, level } = sample
  const p = x / n
  const census = n === N
  const nEff = (n * (N - 1)) / (N - n)
  const wilsonFpc = census ? { lower: p, upper: p } : scoreInterval(p, nEff, level)
  const tail = (1 - level) / 2
  const maxSuccesses = N - (n - x)
  const draw = (successes: number) => ({ successes, sampleSize: n, total: N })
  const low = firstWhere(x, maxSuccesses, (successes) => exceeds(hypergeometricAtLeast(x, draw(successes)), tail))
  const high = firstWhere(x, maxSuccesses, (successes) => !exceeds(hypergeometricAtMost(x, draw(successes)), tail)) - 1
  return {
    seFpc: census ? 0 : finite(Math.sqrt(((1 - n / N) * p * (1 - p)) / (n - 1))),
    nEff: finite(nEff),
    wilsonFpcLower: wilsonFpc.lower,
    wilsonFpcUpper: wilsonFpc.upper,
    hyperLower: low / N,
    hyperUpper: high / N,
  }
}
