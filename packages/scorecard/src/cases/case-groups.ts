import type { Margin } from '../breakdown/margin.ts'
import { type CellCategories, groupTable } from '../gate/group-table.ts'
import { publishedGroups } from '../gate/published-groups.ts'
import { shownPeople } from '../gate/shown-share.ts'

/** What requests and complaints are counted by. */
export const CASE_MARGINS = ['kind', 'regime', 'channel'] as const
export type CaseMargin = (typeof CASE_MARGINS)[number]

/** Cases of one kind, law (`none` of an enquiry) and channel. */
export type CaseCell = Readonly<Record<CaseMargin, string>> & { readonly people: number }

/** What may be seen of a group: that it is hidden, or at least how many people are in it. */
export type CaseFigure = { readonly kind: 'hidden' } | { readonly kind: 'shown'; readonly people: number }

export interface CaseGroup {
  readonly margins: readonly CaseMargin[]
  /** One for each margin; none for everybody. */
  readonly categories: readonly string[]
  readonly figure: CaseFigure
}

/** The gate divides by four margins; a case has three of them, and language, which nobody asks for, is the same for all. */
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
 * Everybody, then the groups of each margin and of each two, as the gate lets them out: hidden where fewer than `k` people
 * stand behind one, or would follow from what is shown. Groups that nobody is in are left out.
 */
export function caseGroups(counted: readonly CaseCell[], k: number): readonly CaseGroup[] {
  const cells = counted.filter(({ people }) => people > 0)
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

/** The order in which the gate names two margins. */
const ORDER: readonly Margin[] = ['tripType', 'channel', 'region', 'language']

function partsOf(cells: readonly CaseCell[], margins: readonly CaseMargin[]): [readonly string[], number][] {
  const parts = new Map<string, number>()
  for (const cell of cells) {
    const name = JSON.stringify(margins.map((margin) => cell[margin]))
    parts.set(name, (parts.get(name) ?? 0) + cell.people)
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => [JSON.parse(name), count])
}
