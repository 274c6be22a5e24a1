/** Mid-ranks from 1: ties share the mean of their ranks. */
export function midRanks(x: readonly number[]): number[] {
  const order = x.map((_, i) => i).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
  const ranks = x.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end + 1 < order.length && x[order[end + 1] ?? 0] === x[order[start] ?? 0]) end += 1
    for (let i = start; i <= end; i++) ranks[order[i] ?? 0] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}

/** Number of occurrences of each value. */
export function tieSizes(x: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of x) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}
