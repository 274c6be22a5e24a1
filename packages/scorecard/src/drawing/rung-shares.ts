/** Counts of successive stages as shares of the largest; null for a missing count. */
export function rungShares(counts: readonly (number | null)[]): readonly (number | null)[] {
  const most = Math.max(1, ...counts.map((count) => count ?? 0))
  return counts.map((count) => (count === null ? null : count / most))
}
