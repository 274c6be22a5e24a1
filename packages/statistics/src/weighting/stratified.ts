import { finite } from '../distributions/finite.ts'
import { average, variance } from '../tables/moments.ts'

/**
 * A mean over strata. The mean is null if a population stratum has no answer; `se` is null if a sampled stratum has
 * only one.
 */
export interface StratifiedMean {
  readonly mean: number | null
  readonly se: number | null
}

/**
 * Mean of a stratified sample with finite-population correction: Σ N_h ȳ_h / N, variance Σ (N_h/N)² (1 - n_h/N_h)
 * s_h²/n_h. Source: Cochran 1977, 5.3-5.4. `strata` is the stratum of each `y`, `N` the size of each stratum.
 */
export function stratifiedMean(sample: {
  strata: readonly string[]
  y: readonly number[]
  N: Readonly<Record<string, number>>
}): StratifiedMean {
  const populationSize = Object.values(sample.N).reduce((sum, size) => sum + size, 0)
  let [mean, square] = [0, 0]
  for (const [stratum, size] of Object.entries(sample.N)) {
    if (size === 0) continue
    const y = sample.y.filter((_, i) => sample.strata[i] === stratum)
    const unsampledShare = 1 - y.length / size
    mean += (size / populationSize) * average(y)
    // A completely sampled stratum adds no error, whatever its variance.
    square += unsampledShare === 0 ? 0 : ((size / populationSize) ** 2 * unsampledShare * variance(y)) / y.length
  }
  return { mean: populationSize > 0 ? finite(mean) : null, se: populationSize > 0 ? finite(Math.sqrt(square)) : null }
}
