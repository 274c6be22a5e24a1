import { type Item, isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { type SurveyText, surveyTextOf } from '@wayproof/forms/questionnaire/survey-text'

/** A question as the page shows it: an item, or a row of a matrix. */
export interface NumberedItem extends SurveyText {
  /** ID of the item or row; its field in the form, except for several choices. */
  readonly id: string
  readonly item: Item
  /** Numbers the closed questions; the open text at the end has no number. */
  readonly number: number | null
  readonly required: boolean
}

/** Questions with a common stem are shown together under it; any other group is one question without a stem. */
export interface ItemGroup {
  readonly stem: SurveyText | null
  /** ID of the heading with the stem. */
  readonly id: string
  readonly items: readonly NumberedItem[]
}

export function groupedItems(questionnaire: Questionnaire): readonly ItemGroup[] {
  const { items, stem } = questionnaire
  const groups: (ItemGroup & { readonly items: NumberedItem[] })[] = []
  let number = 0
  for (const item of items) {
    const numberedItem = {
      ...{ item, number: isOpenText(item) ? null : ++number, required: item.required ?? false },
      id: item.id,
    }
    const single = { ...numberedItem, ...surveyTextOf(item) }
    const last = groups.at(-1)
    if (item.type === 'matrix') {
      const rows = item.rows.map((row, at) => ({
        ...numberedItem,
        ...row,
        number: number + at,
        required: row.required ?? numberedItem.required,
      }))
      groups.push({ stem: item, id: item.id, items: rows })
      number += item.rows.length - 1
    } else if (!stem.appliesTo.includes(item.id)) groups.push({ stem: null, id: item.id, items: [single] })
    else if (last?.stem === stem) last.items.push(single)
    else groups.push({ stem, id: 'stem', items: [single] })
  }
  return groups
}

/** The number of a question on the page; null for the open text and for unknown ones. */
export function numberOf(groups: readonly ItemGroup[], id: string): number | null {
  return groups.flatMap(({ items }) => items).find((numberedItem) => numberedItem.id === id)?.number ?? null
}
