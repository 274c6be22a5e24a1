import { exchanges } from './exchanges.ts'
import { type CellCategories, type GroupTable, groupTable } from './group-table.ts'
import { hiddenGroups } from './hidden-groups.ts'

export interface PublishedGroups {
  readonly table: GroupTable
  /** Returns true if the figure of the group at an index is hidden. */
  readonly isHidden: (group: number) => boolean
}

const MOST_KEPT = 200
const groupsCache = new Map<string, PublishedGroups>()

/**
 * Groups of a figure and which of them are hidden. The result is cached for equal counts, because every view needs it.
 */
export function publishedGroups(
  cells: readonly CellCategories[],
  people: readonly number[],
  k: number,
): PublishedGroups {
  const key = JSON.stringify([
    k,
    people,
    cells.map(({ tripType, channel, region, language }) => [tripType, channel, region, language]),
  ])
  const cachedGroups = groupsCache.get(key)
  if (cachedGroups) return cachedGroups
  const table = groupTable(cells)
  const hidden = hiddenGroups({ table, exchanges: exchanges(table, cells), people, k })
  const isFew = people.reduce((sum, count) => sum + count, 0) < k
  const published = { table, isHidden: (group: number) => (hidden ? hidden[group] !== false : group > 0 || isFew) }
  if (groupsCache.size >= MOST_KEPT) groupsCache.delete(groupsCache.keys().next().value ?? '')
  groupsCache.set(key, published)
  return published
}
