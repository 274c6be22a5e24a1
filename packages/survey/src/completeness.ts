import { BLANK, type CodedItem } from './coded-item.ts'
import type { Item, Questionnaire } from './questionnaire.ts'

/** How much of what it was asked an answer says. */
export const COMPLETENESS = ['complete', 'partial', 'break-off'] as const
export type Completeness = (typeof COMPLETENESS)[number]

export type CompletenessCounts = Readonly<Record<Completeness, number>>

/** Shares of the applicable items from which on an answer is complete, and partial. */
export const COMPLETE_PERCENT = 80
export const PARTIAL_PERCENT = 50

/**
 * Judges stored answers to one questionnaire. Applicable are the closed items that the answer leads to; "don't know" and
 * "no experience" are answers. Complete: the headline and at least 80 % of them; partial: at least 50 %; else a break-off,
 * which counts among the refusals. Source of the kinds: AAPOR, Standard Definitions; the limits are ours.
 */
export function completenessOf(
  questionnaire: Questionnaire,
  coded: readonly CodedItem[],
): (stored: string) => Completeness {
  const items = new Map(questionnaire.items.map((item) => [item.id, item]))
  const places = coded.flatMap(({ item }, at) => {
    const needs = needsOf(items.get(item), items, coded)
    return needs ? [{ at, needs }] : []
  })
  const headline = coded.findIndex(({ item }) => items.get(item)?.role === 'headline')
  return (stored) => {
    let asked = 0
    let given = 0
    for (const { at, needs } of places) {
      if (!needs.every((need) => stored.charCodeAt(need.at) === need.character)) continue
      asked += 1
      if (stored.charCodeAt(at) !== BLANK) given += 1
    }
    if (given * 100 < asked * PARTIAL_PERCENT) return 'break-off'
    const headlineGiven = headline < 0 || stored.charCodeAt(headline) !== BLANK
    return headlineGiven && given * 100 >= asked * COMPLETE_PERCENT ? 'complete' : 'partial'
  }
}

interface Need {
  readonly at: number
  readonly character: number
}

/** What an answer must say for an item to be asked, the items that lead to it included; null where it never is. */
function needsOf(
  item: Item | undefined,
  items: ReadonlyMap<string, Item>,
  coded: readonly CodedItem[],
): readonly Need[] | null {
  if (!item) return null
  const needs: Need[] = []
  for (const [id, value] of Object.entries(item.showIf ?? {})) {
    const at = coded.findIndex((each) => each.item === id)
    const nth = coded[at]?.values.indexOf(value) ?? -1
    const before = nth < 0 ? null : needsOf(items.get(id), items, coded)
    if (before === null) return null
    needs.push(...before, { at, character: BLANK + 1 + nth })
  }
  return needs
}
