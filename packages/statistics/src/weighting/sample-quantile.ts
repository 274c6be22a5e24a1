/** One figure for each of `probs`; null of an empty sample. */
export interface SampleQuantiles {
  /** Linear between the order statistics, R's and NumPy's default. */
  readonly type7: readonly (number | null)[]
  /** As Minitab and SPSS: linear, at p(n + 1). */
  readonly type6: readonly (number | null)[]
  /** Steps, averaged where they meet: the median of day counts that an auditor gets by hand. */
  readonly type2: readonly (number | null)[]
}

/** Below this, a place is taken for the whole number it misses by rounding (R's quantile). */
const FUZZ = 4 * Number.EPSILON

/** Sample quantiles by three of the nine definitions. Source: Hyndman and Fan 1996. */
export function quantile({ x, probs }: { x: readonly number[]; probs: readonly number[] }): SampleQuantiles {
  const sorted = [...x].sort((a, b) => a - b)
  const n = sorted.length
  const at = (rank: number) => sorted[Math.min(Math.max(rank, 1), n) - 1] ?? Number.NaN
  const between = (place: number, part: (h: number) => number) => {
    if (n === 0) return null
    const rank = Math.floor(place + FUZZ)
    const rest = place - rank
    const share = part(Math.abs(rest) < FUZZ ? 0 : rest)
    // Written so that equal neighbours give themselves, to the last bit.
    return at(rank) + share * (at(rank + 1) - at(rank))
  }
  const linear = (h: number) => h
  return {
    type7: probs.map((p) => between(1 + (n - 1) * p, linear)),
    type6: probs.map((p) => between((n + 1) * p, linear)),
    type2: probs.map((p) => between(n * p, (h) => (h === 0 ? 0.5 : 1))),
  }
}
