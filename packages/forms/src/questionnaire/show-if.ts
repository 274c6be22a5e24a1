import { codedFrom, NO, tickId, YES } from './coded-items.ts'
import type { Questionnaire } from './questionnaire.ts'

/** ID of a coded question -> required value. */
export type Conditions = ReadonlyMap<string, string>

/**
 * For each item, the values that an answer must have for it to be shown, including the conditions of the items it
 * depends on. Null for an unreachable item: a condition names no earlier question or an impossible value, or two
 * conditions require different values of one question, or choices that exclude each other.
 */
export function conditionsOf(questionnaire: Questionnaire): readonly (Conditions | null)[] {
  const { items } = questionnaire
  const earlier = new Map<string, { readonly codes: readonly string[]; readonly conditions: Conditions | null }>()
  return items.map((item) => {
    const collected = new Map<string, string>()
    const conditions =
      Object.entries(item.showIf ?? {}).every(([id, value]) => {
        const dependency = earlier.get(id)
        if (!dependency?.conditions || !dependency.codes.includes(value)) return false
        return [...dependency.conditions, [id, value] as const].every(([itemId, needed]) => {
          if (!collected.has(itemId)) collected.set(itemId, needed)
          return collected.get(itemId) === needed
        })
      }) && canBeChosen(questionnaire, collected)
        ? collected
        : null
    for (const { id, codes } of codedFrom(questionnaire, item))
      if (!earlier.has(id)) earlier.set(id, { codes, conditions })
    return conditions
  })
}

/** False if the conditions require choices of one question that no answer can combine. */
function canBeChosen(questionnaire: Questionnaire, conditions: Conditions): boolean {
  return questionnaire.items.every((item) => {
    if (item.type !== 'several') return true
    const options = item.options.map((option) => ({ option, value: conditions.get(tickId(item, option)) }))
    if (options.every(({ value }) => value === undefined)) return true
    const required = options.filter(({ value }) => value === YES)
    const allowed = options.filter(({ value }) => value !== NO)
    if (required.some(({ option }) => option.exclusive)) return required.length === 1
    // An answer has at least one choice and at most `maxChosen`.
    return allowed.length > 0 && required.length <= (item.maxChosen ?? required.length)
  })
}
