import type { GroupTable } from './group-table.ts'
import { total } from './other-table.ts'

/** A group and its parts: if it is shown, its hidden parts must hold nobody, or at least `k` people. */
export interface Difference {
  readonly whole: number
  readonly parts: readonly number[]
  /** People in parts that no filter names. */
  readonly unnamed: number
}

/**
 * Every difference between shown groups. A group within another is one of its parts by its own margins, so the rest of
 * that division tells the two apart.
 */
export const differencesOf = ({ splits }: GroupTable, people: readonly number[]): readonly Difference[] =>
  splits.map(({ whole, parts, unnamed }) => ({ whole, parts, unnamed: total(unnamed, people) }))

/** The next part of a shown group to hide, smallest first; null if subtraction reveals nothing. */
export function nextToHide(
  differences: readonly Difference[],
  { hidden, sizes, k }: { readonly hidden: readonly boolean[]; readonly sizes: readonly number[]; readonly k: number },
): number | null {
  const size = (group: number) => sizes[group] ?? 0
  for (const { whole, parts, unnamed } of differences) {
    if (hidden[whole]) continue
    const people = parts.reduce((sum, part) => sum + (hidden[part] ? size(part) : 0), unnamed)
    if (people === 0 || people >= k) continue
    const next = parts.filter((part) => !hidden[part] && size(part) > 0).toSorted((a, b) => size(a) - size(b) || a - b)
    return next[0] ?? whole
  }
  return null
}
