import type { GroupTable } from './group-table.ts'
import { total } from './other-table.ts'

/** A group and its parts: where it is shown, those that are not must hold nobody, or `k` people and more. */
export interface Difference {
  readonly whole: number
  readonly parts: readonly number[]
  /** People in parts that no filter names. */
  readonly unnamed: number
}

/**
 * Every difference of shown groups that there is. Where one group lies within another, it is a part of it by its own
 * margins, so what tells the two apart is the rest of that division.
 */
export const differencesOf = ({ splits }: GroupTable, people: readonly number[]): readonly Difference[] =>
  splits.map(({ whole, parts, unnamed }) => ({ whole, parts, unnamed: total(unnamed, people) }))

/** A part of a shown group that must be hidden too, the smallest first; null where subtraction gives nothing. */
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
