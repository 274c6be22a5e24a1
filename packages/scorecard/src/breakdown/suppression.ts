/** Whether so few people stand behind a figure that it would speak of them; an empty group speaks of nobody. */
export const isSmall = (people: number, k: number): boolean => people > 0 && people < k

/** Comments speak plainer than counts: they are read only where twice as many people answered, and never by a filter. */
export const FEWEST_BEHIND_COMMENTS = 10

/** Whether the comments of `people` who answered may be read. */
export const mayReadComments = (people: number): boolean => people >= FEWEST_BEHIND_COMMENTS

/**
 * Which cells of a published total stay hidden, by name: those of fewer than `k` people, and as many more (smallest first,
 * ties by name, never an empty one) as it takes that at least two are hidden and the hidden ones hold `k` or more, so that
 * the total gives none away. Where the cells do not suffice for that, all non-empty ones are hidden.
 */
export function suppress(cells: Readonly<Record<string, number>>, k: number): { readonly hidden: readonly string[] } {
  const ordered = Object.entries(cells)
    .filter(([, people]) => people > 0)
    .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  const small = ordered.filter(([, people]) => isSmall(people, k)).length
  if (small === 0) return { hidden: [] }
  let count = small
  let people = ordered.slice(0, small).reduce((sum, [, n]) => sum + n, 0)
  // One small cell alone is fewer than k, so this leaves no cell hidden alone either.
  while (count < ordered.length && people < k) {
    people += ordered[count]?.[1] ?? 0
    count += 1
  }
  return {
    hidden: ordered
      .slice(0, count)
      .map(([name]) => name)
      .toSorted(),
  }
}
