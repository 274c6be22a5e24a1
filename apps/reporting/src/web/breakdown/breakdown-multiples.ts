import type { Messages } from '@wayproof/messages/en'
import type { Breakdown, BreakdownGroup, BreakdownTable } from '@wayproof/scorecard/breakdown/breakdown'

export interface Multiple {
  readonly heading: string
  /** Whether the groups of this chart may be compared with each other. */
  readonly isComparable: boolean
  readonly rows: readonly (Pick<BreakdownGroup, 'now' | 'before'> & { readonly name: string })[]
}

/**
 * Builds one chart for one margin; for two margins, one chart for each category of the first or for each language,
 * because groups compare only within it.
 */
export function multiples({ tables }: Breakdown, words: Messages): readonly Multiple[] {
  const { margins, category } = words.reporting.breakdown
  return tables.flatMap((table): readonly Multiple[] => {
    const [first, second] = table.margins
    if (first === undefined) return []
    if (second !== undefined) return byCategory(table, second === 'language' ? 1 : 0, category)
    const rows = table.groups.map(({ categories, ...figures }) => ({ name: category(categories[0] ?? ''), ...figures }))
    return [{ heading: margins[first], isComparable: table.comparable, rows }]
  })
}

function byCategory({ groups }: BreakdownTable, outer: 0 | 1, name: (codes: string) => string): readonly Multiple[] {
  const headings = Map.groupBy(groups, ({ categories }) => categories[outer] ?? '')
  return [...headings].map(([heading, members]) => ({
    heading: name(heading),
    isComparable: true,
    rows: members.map(({ categories, ...figures }) => ({ name: name(categories[1 - outer] ?? ''), ...figures })),
  }))
}
