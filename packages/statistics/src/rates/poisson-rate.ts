import { finite } from '../distributions/finite.ts'
import { gammaInverse } from '../distributions/quantiles.ts'

/** A rate per unit of exposure; null without exposure. */
export interface Rate {
  readonly rate: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Exact interval of a Poisson rate from gamma quantiles: G(α/2; x) to G(1-α/2; x+1), over exposure. Source: Garwood 1936. */
export function poissonRateExact(input: { count: number; exposure: number; level: number }): Rate {
  const { count, exposure, level } = input
  const tail = (1 - level) / 2
  return {
    rate: finite(count / exposure),
    lower: finite((count === 0 ? 0 : gammaInverse(tail, count, 'lower')) / exposure),
    upper: finite(gammaInverse(tail, count + 1, 'upper') / exposure),
  }
}
