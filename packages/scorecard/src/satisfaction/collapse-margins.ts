import type { FrameMargins, SatisfactionCell } from '../facts.ts'

/** Fewest answers of a category that is weighted on its own. */
export const FEWEST = 30

export interface Collapsed {
  readonly cells: readonly SatisfactionCell[]
  readonly margins: FrameMargins
}

/**
 * Merges each category with fewer than 30 answers into the next larger one of its margin until none is left, or only
 * one category. Otherwise a few answers would represent many people and carry large weights.
 */
export function collapseMargins(cells: readonly SatisfactionCell[], margins: FrameMargins): Collapsed {
  const groups = Object.entries(margins).map(([margin, eligible]) => ({ margin, ...grouped(cells, margin, eligible) }))
  return {
    cells: cells.map((cell) => ({
      ...cell,
      categories: {
        ...cell.categories,
        ...Object.fromEntries(groups.map(({ margin, of }) => [margin, of(cell.categories[margin] ?? '')])),
      },
    })),
    margins: Object.fromEntries(groups.map(({ margin, eligible }) => [margin, eligible])),
  }
}

interface Group {
  readonly categories: readonly string[]
  readonly answers: number
}

function grouped(cells: readonly SatisfactionCell[], margin: string, eligible: Readonly<Record<string, number>>) {
  const answers = new Map(Object.keys(eligible).map((category) => [category, 0]))
  for (const { categories, opinions } of cells) {
    const category = categories[margin] ?? ''
    answers.set(category, (answers.get(category) ?? 0) + opinions)
  }
  const merged = merge([...answers].map(([category, n]) => ({ categories: [category], answers: n })))
  const names = new Map(merged.flatMap((group) => group.categories.map((category) => [category, nameOf(group)])))
  const total = (group: Group) => group.categories.reduce((sum, category) => sum + (eligible[category] ?? 0), 0)
  return {
    of: (category: string) => names.get(category) ?? category,
    eligible: Object.fromEntries(merged.map((group) => [nameOf(group), total(group)])),
  }
}

function merge(groups: readonly Group[]): readonly Group[] {
  const [first, second, ...others] = groups.toSorted(
    (a, b) => a.answers - b.answers || (nameOf(a) < nameOf(b) ? -1 : 1),
  )
  if (!first || !second || first.answers >= FEWEST) return groups
  const both = {
    categories: [...first.categories, ...second.categories].sort(),
    answers: first.answers + second.answers,
  }
  return merge([both, ...others])
}

const nameOf = ({ categories }: Group) => (categories.length === 1 ? (categories[0] ?? '') : JSON.stringify(categories))
