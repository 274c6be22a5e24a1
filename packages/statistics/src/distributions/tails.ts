/** P(X <= x) and P(X > x) of one distribution at one point, each exact in its own right. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}
