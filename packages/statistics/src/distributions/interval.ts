/** `x` of `n` succeeded; `level` is the confidence (.95). */
export interface Share {
  readonly x: number
  readonly n: number
  readonly level: number
}

/** Bounds of a share, both within 0 and 1. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}
