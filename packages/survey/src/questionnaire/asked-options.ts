import type { Locale } from '@wayproof/kernel'
import type { Item, Questionnaire } from './questionnaire.ts'

/** One choice that an item offers. */
export interface Option {
  readonly code: string
  readonly label: string
  /** True for off-scale options: no experience, don't know. */
  readonly isOffScale: boolean
}

/** The options of an item; a scale runs from its best point down. */
export function optionsOf(questionnaire: Questionnaire, item: Item, locale: Locale): readonly Option[] {
  if (item.type === 'text') return []
  if (item.type === 'choice') {
    return item.options.map((option) => ({ code: option.value, label: option[locale], isOffScale: false }))
  }
  const scale = questionnaire.scales[item.scale]
  if (!scale) throw new Error(`the questionnaire has no scale ${item.scale}`)
  return [
    ...scale.points
      .toSorted((a, b) => b.value - a.value)
      .map((point) => ({ code: String(point.value), label: point[locale], isOffScale: false })),
    ...scale.offScale.map((point) => ({ code: point.code, label: point[locale], isOffScale: true })),
  ]
}
