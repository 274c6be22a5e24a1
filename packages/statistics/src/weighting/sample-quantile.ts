/** One figure per entry of `probs`; null for an empty sample. */
export interface SampleQuantiles {
  /** Linear between the order statistics, the default of R and NumPy. */
  readonly type7: readonly (number | null)[]
  /** Linear at p(n + 1), like Minitab and SPSS. */
  readonly type6: readonly (number | null)[]
  /** Step function, averaged at the steps: the median of day counts that an auditor computes by hand. */
  readonly type2: readonly (number | null)[]
}

/** A position within this tolerance of an integer counts as that integer (R's quantile). */
const FUZZ = 4 * Number.EPSILON

/** Sample quantiles by three of the nine definitions. Source: Hyndman and Fan 1996. */
export function quantile({ x, probs }: { x: readonly number[]; probs: readonly number[] }): SampleQuantiles {
  const sorted = [...x].sort((a, b) => a - b)
  const n = sorted.length
  const orderStatistic = (rank: number) => sorted[Math.min(Math.max(rank, 1), n) - 1] ?? Number.NaN
  const interpolate = (place: number, part: (h: number) => number) => {
    if (n === 0) return null
    const rank = Math.floor(place + FUZZ)
    const fraction = place - rank
    const share = part(Math.abs(fraction) < FUZZ ? 0 : fraction)
    // This form returns equal neighbors exactly, to the last bit.
    return orderStatistic(rank) + share * (orderStatistic(rank + 1) - orderStatistic(rank))
  }
  const linear = (h: number) => h
  return {
    type7: probs.map((p) => interpolate(1 + (n - 1) * p, linear)),
    type6: probs.map((p) => interpolate((n + 1) * p, linear)),
    type2: probs.map((p) => interpolate(n * p, (h) => (h === 0 ? 0.5 : 1))),
  }
}
