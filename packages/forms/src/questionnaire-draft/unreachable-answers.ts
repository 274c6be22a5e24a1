import { codedItems } from '../questionnaire/coded-items.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { conditionsOf } from '../questionnaire/show-if.ts'
import { conditionIds } from './draft-changes.ts'

/** An answer after which later questions are not shown. */
export interface SkippingAnswer {
  readonly item: string
  readonly code: string
  /** IDs of the questions that nobody with this answer sees, in the order of the questionnaire. */
  readonly skips: readonly string[]
}

/** The answers after which questions are not shown, also through the conditions of questions between them. */
export function skippingAnswers(questionnaire: Questionnaire): readonly SkippingAnswer[] {
  const conditions = conditionsOf(questionnaire)
  return codedItems(questionnaire).flatMap((question) =>
    question.codes.flatMap((code) => {
      const skips = questionnaire.items.flatMap(({ id }, index) => {
        const needed = conditions[index]?.get(question.id)
        return needed !== undefined && needed !== code ? [id] : []
      })
      return skips.length > 0 ? [{ item: question.id, code, skips }] : []
    }),
  )
}

/** IDs of the questions that nobody can be shown, whatever the answers: none of their answers can be given. */
export function unreachableItems(questionnaire: Questionnaire): readonly string[] {
  const conditions = conditionsOf(questionnaire)
  return questionnaire.items.filter((_, index) => conditions[index] === null).map(({ id }) => id)
}

/** IDs of the questions whose condition names an item, one of its statements or one of its choices. */
export function dependentsOf(questionnaire: Questionnaire, id: string): readonly string[] {
  const names = conditionIds(questionnaire, id)
  return questionnaire.items
    .filter(({ showIf = {} }) => names.some((name) => Object.hasOwn(showIf, name)))
    .map((item) => item.id)
}
