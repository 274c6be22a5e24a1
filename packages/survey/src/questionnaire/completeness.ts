import { BLANK, type CodedItem } from './coded-item.ts'
import type { Questionnaire } from './questionnaire.ts'
import { type Conditions, conditionsOf } from './show-if.ts'

/** Completeness of an answer, by the share of applicable items answered. */
export const COMPLETENESS = ['complete', 'partial', 'break-off'] as const
export type Completeness = (typeof COMPLETENESS)[number]

export type CompletenessCounts = Readonly<Record<Completeness, number>>

/** Minimum percentages of applicable items for a complete and a partial answer. */
export const COMPLETE_PERCENT = 80
export const PARTIAL_PERCENT = 50

/**
 * Classifies stored answers to one questionnaire. Applicable items are the closed items whose conditions the answer
 * meets; "don't know" and "no experience" count as answers. Complete: the headline and at least 80% of the items;
 * partial: at least 50%; otherwise a break-off, which counts as a refusal. Source of the classes: AAPOR, Standard
 * Definitions; the limits are ours.
 */
export function completenessOf(
  questionnaire: Questionnaire,
  coded: readonly CodedItem[],
): (stored: string) => Completeness {
  const conditions = conditionsOf(questionnaire)
  const items = new Map(questionnaire.items.map((item, nth) => [item.id, { ...item, conditions: conditions[nth] }]))
  const places = coded.flatMap(({ item }, at) => {
    const needs = needsOf(items.get(item)?.conditions, coded)
    return needs ? [{ at, needs }] : []
  })
  const always = places.filter(({ needs }) => needs.length === 0).map(({ at }) => at)
  const sometimes = places.filter(({ needs }) => needs.length > 0)
  const headline = coded.findIndex(({ item }) => items.get(item)?.role === 'headline')
  return (stored) => {
    let asked = always.length
    let given = 0
    for (const at of always) if (stored.charCodeAt(at) !== BLANK) given += 1
    for (const { at, needs } of sometimes) {
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

/**
 * Positions in a stored answer and the characters that the conditions require there; null if a condition's item is not
 * stored.
 */
function needsOf(conditions: Conditions | null | undefined, coded: readonly CodedItem[]): readonly Need[] | null {
  if (!conditions) return null
  const needs: Need[] = []
  for (const [id, value] of conditions) {
    const at = coded.findIndex(({ item }) => item === id)
    const nth = coded[at]?.values.indexOf(value) ?? -1
    if (nth < 0) return null
    needs.push({ at, character: BLANK + 1 + nth })
  }
  return needs
}
