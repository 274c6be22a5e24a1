import { finite } from '../distributions/finite.ts'
import { studentInverse } from '../distributions/quantiles.ts'
import { average, variance } from '../tables/moments.ts'

/** Null: the mean without values, or the spread of a single value. */
export interface MeanInterval {
  readonly mean: number | null
  readonly sd: number | null
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Mean with Student's t interval, n - 1 degrees of freedom (R's t.test); its width is 0 if all values are equal. */
export function meanCi({ x, level }: { x: readonly number[]; level: number }): MeanInterval {
  const mean = average(x)
  const sd = Math.sqrt(variance(x))
  const se = sd / Math.sqrt(x.length)
  const width = x.length > 1 ? se * studentInverse((1 + level) / 2, x.length - 1) : Number.NaN
  return {
    mean: finite(mean),
    sd: finite(sd),
    se: finite(se),
    lower: finite(mean - width),
    upper: finite(mean + width),
  }
}
