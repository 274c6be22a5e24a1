import { ENTRY_GROUPS, type Entry, type EntryGroup } from './entry.ts'

const MAX_IN_GROUP = 6

/** The part of `text` that matches; null if none does. */
export function matchIn(text: string, query: string): readonly [number, number] | null {
  const at = text.toLocaleLowerCase().indexOf(query.toLocaleLowerCase())
  return query === '' || at < 0 ? null : [at, at + query.length]
}

/** 0 is best: the text starts with the query, then a word does, then any part, then another name of the entry. */
function rankOf({ text, alias }: Entry, query: string): number | null {
  const match = matchIn(text, query)
  if (match) return match[0] === 0 ? 0 : /[\s(（"“]/.test(text[match[0] - 1] ?? '') ? 1 : 2
  return alias !== undefined && matchIn(alias, query) ? 3 : null
}

/**
 * The entries that match, best first within their groups. Records were found by the server and are all shown. Without
 * a query only pages and acts are shown.
 */
export function findEntries(
  entries: readonly Entry[],
  query: string,
): readonly (readonly [EntryGroup, readonly Entry[]])[] {
  const wanted = query.trim()
  const ranked = entries.flatMap((entry) => {
    const isShown = wanted === '' ? entry.group === 'pages' || entry.group === 'acts' : true
    const rank = entry.group === 'records' || wanted === '' ? 0 : rankOf(entry, wanted)
    return isShown && rank !== null ? [{ entry, rank }] : []
  })
  return ENTRY_GROUPS.map((group) => {
    const members = ranked.filter(({ entry }) => entry.group === group).toSorted((a, b) => a.rank - b.rank)
    const visibleMembers = wanted === '' ? members : members.slice(0, MAX_IN_GROUP)
    return [group, visibleMembers.map(({ entry }) => entry)] as const
  }).filter(([, members]) => members.length > 0)
}
