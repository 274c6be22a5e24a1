/** P(X <= x) and P(X > x) of one distribution at one point, each with full relative precision. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}
