import type { Item, Questionnaire } from './questionnaire.ts'

/** Why answers to an item cannot be compared with those to the previous version. */
export interface BrokenTrend {
  readonly id: string
  readonly because: 'new' | 'gone' | 'wording' | 'scale' | 'shown-to-others'
}

/** The items whose trend breaks between two versions, in the order of the later version; removed items come last. */
export function brokenTrends(before: Questionnaire, after: Questionnaire): readonly BrokenTrend[] {
  const previousItems = new Map(before.items.map((item) => [item.id, item]))
  const laterIds = new Set(after.items.map(({ id }) => id))
  const changedItems = after.items.flatMap((item): readonly BrokenTrend[] => {
    const previousItem = previousItems.get(item.id)
    const because = previousItem ? difference(before, previousItem, after, item) : 'new'
    return because ? [{ id: item.id, because }] : []
  })
  const removedItems = before.items.filter(({ id }) => !laterIds.has(id))
  return [...changedItems, ...removedItems.map(({ id }) => ({ id, because: 'gone' }) as const)]
}

function difference(
  before: Questionnaire,
  previousItem: Item,
  after: Questionnaire,
  item: Item,
): BrokenTrend['because'] | null {
  if (!isSameJson(choicesOf(before, previousItem), choicesOf(after, item))) return 'scale'
  if (!isSameJson(wordsOf(before, previousItem), wordsOf(after, item))) return 'wording'
  return isSameJson(Object.entries(previousItem.showIf ?? {}), Object.entries(item.showIf ?? {}))
    ? null
    : 'shown-to-others'
}

/** The item's wording, including the stem it shares with other items. */
function wordsOf({ stem }: Questionnaire, item: Item) {
  const hasStem = stem.appliesTo.includes(item.id)
  return [item['zh-CN'], item.en, hasStem && stem['zh-CN'], hasStem && stem.en]
}

function choicesOf({ scales }: Questionnaire, item: Item): unknown {
  if (item.type === 'text') return 'text'
  if (item.type === 'choice') return item.options.map((option) => [option.value, option['zh-CN'], option.en])
  const { points = [], offScale = [] } = scales[item.scale] ?? {}
  return [
    points.map((point) => [point.value, point['zh-CN'], point.en]),
    offScale.map((choice) => [choice.code, choice['zh-CN'], choice.en]),
  ]
}

const isSameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
