import { codesOf } from './item-codes.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Item ID -> required value. */
export type Conditions = ReadonlyMap<string, string>

/**
 * For each item, the values that an answer must have for it to be shown, including the conditions of the items it
 * depends on. Null for an unreachable item: a condition names no earlier item or an impossible value, or two conditions
 * require different values of one item.
 */
export function conditionsOf(questionnaire: Questionnaire): readonly (Conditions | null)[] {
  const { items } = questionnaire
  const earlier = new Map<string, { readonly codes: ReadonlySet<string>; readonly conditions: Conditions | null }>()
  return items.map((item) => {
    const collected = new Map<string, string>()
    const conditions = Object.entries(item.showIf ?? {}).every(([id, value]) => {
      const dependency = earlier.get(id)
      if (!dependency?.conditions || !dependency.codes.has(value)) return false
      return [...dependency.conditions, [id, value] as const].every(([itemId, needed]) => {
        if (!collected.has(itemId)) collected.set(itemId, needed)
        return collected.get(itemId) === needed
      })
    })
      ? collected
      : null
    if (!earlier.has(item.id)) earlier.set(item.id, { codes: codesOf(questionnaire, item), conditions })
    return conditions
  })
}
