import type { GroupTable } from './group-table.ts'
import { total } from './other-table.ts'

/** What a set of hidden groups must keep from being computed by subtraction. */
export interface Differences {
  /** A group and its parts, of which those not shown must hold nobody, or `k` people and more, if it is shown. */
  readonly splits: readonly { readonly whole: number; readonly parts: readonly number[]; readonly unnamed: number }[]
  /** Two groups, one within the other, that fewer than `k` people tell apart: not both may be shown. */
  readonly nested: readonly (readonly [whole: number, within: number])[]
}

export function differencesOf(table: GroupTable, people: readonly number[], k: number): Differences {
  const sizes = table.groups.map(({ cells }) => total(cells, people))
  const sets = table.groups.map(({ cells }) => new Set(cells))
  const nested: (readonly [number, number])[] = []
  table.groups.forEach(({ cells }, within) => {
    sets.forEach((set, whole) => {
      const apart = (sizes[whole] ?? 0) - (sizes[within] ?? 0)
      if (apart <= 0 || apart >= k || cells.length >= set.size) return
      if (cells.every((cell) => set.has(cell))) nested.push([whole, within])
    })
  })
  const splits = table.splits.map(({ unnamed, ...split }) => ({ ...split, unnamed: total(unnamed, people) }))
  return { splits, nested }
}

/** A part of a shown group that must be hidden too, the smallest first; null where subtraction gives nothing. */
export function nextToHide(
  { splits, nested }: Differences,
  { hidden, sizes, k }: { readonly hidden: readonly boolean[]; readonly sizes: readonly number[]; readonly k: number },
): number | null {
  const size = (group: number) => sizes[group] ?? 0
  for (const { whole, parts, unnamed } of splits) {
    if (hidden[whole]) continue
    const people = parts.reduce((sum, part) => sum + (hidden[part] ? size(part) : 0), unnamed)
    if (people === 0 || people >= k) continue
    const next = parts.filter((part) => !hidden[part] && size(part) > 0).toSorted((a, b) => size(a) - size(b) || a - b)
    return next[0] ?? whole
  }
  return nested.find(([whole, within]) => !hidden[whole] && !hidden[within])?.[1] ?? null
}
