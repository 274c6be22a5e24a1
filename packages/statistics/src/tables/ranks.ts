/** Mid-ranks from 1: ties share the mean of their ranks. */
export function midRanks(x: readonly number[]): number[] {
  const order = x.map((_, i) => i).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
  const ranks = x.map(() => 0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && x[order[to + 1] ?? 0] === x[order[from] ?? 0]) to += 1
    for (let i = from; i <= to; i++) ranks[order[i] ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** Number of occurrences of each value. */
export function tieSizes(x: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of x) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}
