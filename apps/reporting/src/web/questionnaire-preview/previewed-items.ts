import { codedItem } from '@wayproof/forms/questionnaire/coded-items'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'

/**
 * The questions that a preview shows with a selected one: those that its condition names, itself, and the next one. With
 * none selected, the first two under the lead-in, or else the first two.
 */
export function previewedItems(questionnaire: Questionnaire, selected: string | null): readonly Item[] {
  const { items, stem } = questionnaire
  const at = items.findIndex(({ id }) => id === selected)
  const item = items[at]
  if (!item) {
    const under = items.filter(({ id }) => stem.appliesTo.includes(id))
    return (under.length > 0 ? under : items).slice(0, 2)
  }
  const named = new Set(Object.keys(item.showIf ?? {}).map((id) => codedItem(questionnaire, id)?.item.id))
  return items.filter(({ id }, nth) => nth === at || nth === at + 1 || (nth < at && named.has(id)))
}
