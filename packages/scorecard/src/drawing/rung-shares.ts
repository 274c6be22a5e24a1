/** Counts that come one from the other, each as a share of the largest; null where there is no count. */
export function rungShares(counts: readonly (number | null)[]): readonly (number | null)[] {
  const most = Math.max(1, ...counts.map((count) => count ?? 0))
  return counts.map((count) => (count === null ? null : count / most))
}
