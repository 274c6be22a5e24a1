import { finite } from '../distributions/finite.ts'
import { criticalZ } from '../distributions/quantiles.ts'

/**
 * Required answers: from an infinite population (`n0`), from one of size `N` (`n`), and the latter in whole people
 * (`nCeil`).
 */
export interface SampleSize {
  readonly n0: number | null
  readonly n: number | null
  readonly nCeil: number | null
}

/**
 * Answers required to estimate a share near `p` within ± `margin`: n0 = z² p(1-p) / margin², n = n0 / (1 + (n0 - 1)/N).
 * Source: Cochran 1977, 4.3-4.4.
 */
export function sampleSizeFpc(plan: { p: number; margin: number; N: number; level: number }): SampleSize {
  const { p, margin, N, level } = plan
  const z = criticalZ(level)
  const n0 = (z ** 2 * p * (1 - p)) / margin ** 2
  const n = n0 / (1 + (n0 - 1) / N)
  // Rounding noise above an integer must not add a person.
  return { n0: finite(n0), n: finite(n), nCeil: finite(Math.ceil(n * (1 - 1e-13))) }
}
