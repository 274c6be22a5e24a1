import type { Margin } from '../breakdown/margin.ts'
import { type CellCategories, groupTable } from '../disclosure/group-table.ts'
import { publishedGroups } from '../disclosure/published-groups.ts'
import { shownPeople } from '../disclosure/shown-share.ts'

/** Dimensions by which requests and complaints are counted. */
export const CASE_MARGINS = ['kind', 'regime', 'channel'] as const
export type CaseMargin = (typeof CASE_MARGINS)[number]

/** Kind, law (`none` for an enquiry) and channel of cases. */
export type CaseCell = Readonly<Record<CaseMargin, string>> & { readonly people: number }

/** Published size of a group: suppressed, or a lower bound of its people. */
export type CaseFigure = { readonly kind: 'hidden' } | { readonly kind: 'shown'; readonly people: number }

export interface CaseGroup {
  readonly margins: readonly CaseMargin[]
  /** One category per margin; empty for all cases. */
  readonly categories: readonly string[]
  readonly figure: CaseFigure
}

/** Cell suppression works on four margins; cases have three, and the fourth, language, is set to a constant. */
const AS: Readonly<Record<CaseMargin, Margin>> = { kind: 'tripType', regime: 'region', channel: 'channel' }

const cellOf = ({ kind, regime, channel }: CaseCell): CellCategories => ({
  tripType: kind,
  region: regime,
  channel,
  language: '',
})

const DIVISIONS: readonly (readonly CaseMargin[])[] = [
  [],
  ...CASE_MARGINS.map((margin) => [margin]),
  ...CASE_MARGINS.flatMap((one, i) => CASE_MARGINS.slice(i + 1).map((other) => [one, other])),
]

/**
 * Published sizes of all cases, of the groups of each margin and of each pair. A group is suppressed if it has fewer
 * than `k` people or would follow from the shown ones. Empty groups are omitted.
 */
export function caseGroups(caseCells: readonly CaseCell[], k: number): readonly CaseGroup[] {
  const cells = caseCells.filter(({ people }) => people > 0)
  const people = cells.map((cell) => cell.people)
  const { isHidden } = publishedGroups(cells.map(cellOf), people, k)
  const table = groupTable(cells.map(cellOf))
  return DIVISIONS.flatMap((margins) =>
    partsOf(cells, margins).map(([categories, count]): CaseGroup => {
      const order = margins.toSorted((a, b) => (ORDER.indexOf(AS[a]) < ORDER.indexOf(AS[b]) ? -1 : 1))
      const named = order.map((margin) => categories[margins.indexOf(margin)] ?? '')
      const group = table.indexOf(
        order.map((margin) => AS[margin]),
        named,
      )
      const figure: CaseFigure =
        group < 0 || isHidden(group) ? { kind: 'hidden' } : { kind: 'shown', people: shownPeople(count, k) }
      return { margins, categories, figure }
    }),
  )
}

/** Order in which cell suppression names two margins. */
const ORDER: readonly Margin[] = ['tripType', 'channel', 'region', 'language']

function partsOf(cells: readonly CaseCell[], margins: readonly CaseMargin[]): [readonly string[], number][] {
  const parts = new Map<string, number>()
  for (const cell of cells) {
    const name = JSON.stringify(margins.map((margin) => cell[margin]))
    parts.set(name, (parts.get(name) ?? 0) + cell.people)
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => [JSON.parse(name), count])
}
