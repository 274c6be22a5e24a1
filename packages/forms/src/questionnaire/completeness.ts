import { BLANK, type CodedItem } from './coded-item.ts'
import { codedFrom } from './coded-items.ts'
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
 * meets, each row of a matrix for itself; "don't know" and "no experience" count as answers. Complete: the headline and at least 80% of the items;
 * partial: at least 50%; otherwise a break-off, which counts as a refusal. Source of the classes: AAPOR, Standard
 * Definitions; the limits are ours.
 */
export function completenessOf(
  questionnaire: Questionnaire,
  coded: readonly CodedItem[],
): (storedAnswer: string) => Completeness {
  const places = conditionsOf(questionnaire).flatMap((conditions, nth) => {
    const item = questionnaire.items[nth]
    const questions = item ? codedFrom(questionnaire, item) : []
    const needs = needsOf(conditions, coded)
    // Several choices are one item, and all of them are blank or none.
    const representatives = item?.type === 'several' ? questions.slice(0, 1) : questions
    if (!needs) return []
    return representatives
      .map(({ id, role }) => ({ position: positionOf(coded, id), role, needs }))
      .filter(({ position }) => position >= 0)
  })
  const alwaysApplicable = places.filter(({ needs }) => needs.length === 0).map(({ position }) => position)
  const conditionallyApplicable = places.filter(({ needs }) => needs.length > 0)
  const headline = places.find(({ role }) => role === 'headline')?.position ?? -1
  return (storedAnswer) => {
    let applicableCount = alwaysApplicable.length
    let answeredCount = 0
    for (const position of alwaysApplicable) if (storedAnswer.charCodeAt(position) !== BLANK) answeredCount += 1
    for (const { position, needs } of conditionallyApplicable) {
      if (!needs.every((need) => storedAnswer.charCodeAt(need.position) === need.character)) continue
      applicableCount += 1
      if (storedAnswer.charCodeAt(position) !== BLANK) answeredCount += 1
    }
    if (answeredCount * 100 < applicableCount * PARTIAL_PERCENT) return 'break-off'
    const isHeadlineAnswered = headline < 0 || storedAnswer.charCodeAt(headline) !== BLANK
    return isHeadlineAnswered && answeredCount * 100 >= applicableCount * COMPLETE_PERCENT ? 'complete' : 'partial'
  }
}

const positionOf = (coded: readonly CodedItem[], id: string): number => coded.findIndex(({ item }) => item === id)

interface Need {
  readonly position: number
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
    const position = positionOf(coded, id)
    const nth = coded[position]?.values.indexOf(value) ?? -1
    if (nth < 0) return null
    needs.push({ position, character: BLANK + 1 + nth })
  }
  return needs
}
