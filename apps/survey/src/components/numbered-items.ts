import type { Item, Questionnaire } from '@wayproof/survey'

/** An item as the page shows it. */
export interface NumberedItem {
  readonly item: Item
  /** Numbers the closed questions; the open text at the end has no number. */
  readonly number: number | null
  /** ID of the previous item if it decides whether this one is shown. */
  readonly follows: string | null
}

/** Items with a common stem are shown together under it; any other group is one item without a stem. */
export interface ItemGroup {
  readonly stem: boolean
  readonly items: readonly NumberedItem[]
}

export function groupedItems({ items, stem }: Questionnaire): readonly ItemGroup[] {
  const groups: { stem: boolean; items: NumberedItem[] }[] = []
  let number = 0
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    const conditions = Object.keys(item.showIf ?? {})
    const numbered = {
      item,
      number: item.type === 'text' ? null : ++number,
      follows: before && conditions.length === 1 && conditions[0] === before.id ? before.id : null,
    }
    const under = stem.appliesTo.includes(item.id)
    const last = groups.at(-1)
    if (last?.stem && under) last.items.push(numbered)
    else groups.push({ stem: under, items: [numbered] })
  }
  return groups
}

/** The number of an item on the page; null for the open text and for unknown items. */
export function numberOf(groups: readonly ItemGroup[], id: string): number | null {
  return groups.flatMap(({ items }) => items).find(({ item }) => item.id === id)?.number ?? null
}
