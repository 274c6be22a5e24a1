import type { Item, Questionnaire } from './questionnaire.ts'

/** Why answers to an item cannot be compared with those to the previous version. */
export interface BrokenTrend {
  readonly id: string
  readonly because: 'new' | 'gone' | 'wording' | 'scale' | 'shown-to-others'
}

/** The items whose trend breaks between two versions, in the order of the later version; removed items come last. */
export function brokenTrends(before: Questionnaire, after: Questionnaire): readonly BrokenTrend[] {
  const earlier = new Map(before.items.map((item) => [item.id, item]))
  const later = new Set(after.items.map(({ id }) => id))
  const changed = after.items.flatMap((item): readonly BrokenTrend[] => {
    const old = earlier.get(item.id)
    const because = old ? difference(before, old, after, item) : 'new'
    return because ? [{ id: item.id, because }] : []
  })
  const gone = before.items.filter(({ id }) => !later.has(id))
  return [...changed, ...gone.map(({ id }) => ({ id, because: 'gone' }) as const)]
}

function difference(before: Questionnaire, old: Item, after: Questionnaire, item: Item): BrokenTrend['because'] | null {
  if (!same(choicesOf(before, old), choicesOf(after, item))) return 'scale'
  if (!same(wordsOf(before, old), wordsOf(after, item))) return 'wording'
  return same(Object.entries(old.showIf ?? {}), Object.entries(item.showIf ?? {})) ? null : 'shown-to-others'
}

/** The item's wording, including the stem it shares with other items. */
function wordsOf({ stem }: Questionnaire, item: Item) {
  const under = stem.appliesTo.includes(item.id)
  return [item['zh-CN'], item.en, under && stem['zh-CN'], under && stem.en]
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

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
