import type { Item, Questionnaire } from '@wayproof/survey'

/** An item as the page shows it. */
export interface NumberedItem {
  readonly item: Item
  /** Numbers the closed questions; the open text at the end has no number. */
  readonly number: number | null
  /** ID of the previous item if it decides whether this one is shown. */
  readonly dependsOn: string | null
}

/** Items with a common stem are shown together under it; any other group is one item without a stem. */
export interface ItemGroup {
  readonly hasStem: boolean
  readonly items: readonly NumberedItem[]
}

export function groupedItems({ items, stem }: Questionnaire): readonly ItemGroup[] {
  const groups: { hasStem: boolean; items: NumberedItem[] }[] = []
  let number = 0
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1]
    const conditions = Object.keys(item.showIf ?? {})
    const numberedItem = {
      item,
      number: item.type === 'text' ? null : ++number,
      dependsOn: previous && conditions.length === 1 && conditions[0] === previous.id ? previous.id : null,
    }
    const isUnderStem = stem.appliesTo.includes(item.id)
    const last = groups.at(-1)
    if (last?.hasStem && isUnderStem) last.items.push(numberedItem)
    else groups.push({ hasStem: isUnderStem, items: [numberedItem] })
  }
  return groups
}

/** The number of an item on the page; null for the open text and for unknown items. */
export function numberOf(groups: readonly ItemGroup[], id: string): number | null {
  return groups.flatMap(({ items }) => items).find(({ item }) => item.id === id)?.number ?? null
}
