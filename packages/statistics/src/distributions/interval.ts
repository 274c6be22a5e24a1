/** `x` successes of `n`; `level` is the confidence level (0.95). */
export interface Share {
  readonly x: number
  readonly n: number
  readonly level: number
}

/** Bounds of a share, both between 0 and 1. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}
