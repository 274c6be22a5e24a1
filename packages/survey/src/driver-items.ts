import type { Item, Questionnaire } from './questionnaire.ts'

type ScaleItem = Extract<Item, { readonly type: 'scale' }>

/** The rated aspects of a questionnaire and the headline they may drive; null where it has no headline on a scale. */
export function driverItems({
  items,
}: Pick<Questionnaire, 'items'>): { readonly headline: ScaleItem; readonly drivers: readonly ScaleItem[] } | null {
  const scales = items.filter((item): item is ScaleItem => item.type === 'scale')
  const headline = scales.find(({ role }) => role === 'headline')
  return headline ? { headline, drivers: scales.filter(({ role }) => role === 'driver') } : null
}
