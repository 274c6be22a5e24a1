/** A share with its interval, 0-1. */
export interface ShareWithInterval {
  readonly share: number
  readonly lower: number
  readonly upper: number
}

/** Interval of `after` - `before` from the intervals of both shares (hybrid of Newcombe 1998, method 10). */
export function hybridInterval(
  before: ShareWithInterval,
  after: ShareWithInterval,
): { readonly lower: number; readonly upper: number } {
  const difference = after.share - before.share
  return {
    lower: difference - Math.hypot(after.share - after.lower, before.upper - before.share),
    upper: difference + Math.hypot(after.upper - after.share, before.share - before.lower),
  }
}
