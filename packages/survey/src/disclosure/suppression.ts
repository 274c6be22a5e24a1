/** Returns true if a group is too small to show its figure. An empty group reveals nobody. */
export const isSmall = (people: number, k: number): boolean => people > 0 && people < k

/** Comments reveal more than counts, so twice as many people must have answered; comments are never filtered. */
export const FEWEST_BEHIND_COMMENTS = 10

/** Returns true if the comments of a wave with `people` answers may be shown. */
export const mayReadComments = (people: number): boolean => people >= FEWEST_BEHIND_COMMENTS

/**
 * Selects the cells of a published total to suppress, by name: those of fewer than `k` people, and further cells
 * (smallest first, ties by name, never empty ones) until at least two are suppressed and they hold `k` or more people,
 * so that the total reveals none. If the cells do not suffice, all non-empty ones are suppressed.
 */
export function suppress(cells: Readonly<Record<string, number>>, k: number): { readonly hidden: readonly string[] } {
  const ordered = Object.entries(cells)
    .filter(([, people]) => people > 0)
    .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  const small = ordered.filter(([, people]) => isSmall(people, k)).length
  if (small === 0) return { hidden: [] }
  let count = small
  let people = ordered.slice(0, small).reduce((sum, [, n]) => sum + n, 0)
  // A single small cell has fewer than k people, so this never leaves only one cell suppressed.
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
