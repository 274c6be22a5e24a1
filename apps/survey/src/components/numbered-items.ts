import type { Item, Questionnaire } from '@wayproof/survey'

/** An item as the page asks it. */
export interface NumberedItem {
  readonly item: Item
  /** Counts what is to be chosen; the open text at the end has no number. */
  readonly number: number | null
  /** The item right before, when it decides whether this one is asked. */
  readonly follows: string | null
}

/** Items that share the stem sentence stand together under it; any other group is one item without a stem. */
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

/** The number under which an item is asked; null for the open text and for what is no item. */
export function numberOf(groups: readonly ItemGroup[], id: string): number | null {
  return groups.flatMap(({ items }) => items).find(({ item }) => item.id === id)?.number ?? null
}
