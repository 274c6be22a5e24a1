import type { Item, Questionnaire } from './questionnaire.ts'

/** Number of answers that combine one aspect rating with one headline rating; points count from 1. */
export interface CrossCount {
  readonly item: string
  readonly value: number
  readonly headline: number
  readonly count: number
}

type ScaleItem = Extract<Item, { readonly type: 'scale' }>

/** The rated aspects of a questionnaire and the headline that they may drive; null if no headline is on a scale. */
export function driverItems({
  items,
}: Pick<Questionnaire, 'items'>): { readonly headline: ScaleItem; readonly drivers: readonly ScaleItem[] } | null {
  const scales = items.filter((item): item is ScaleItem => item.type === 'scale')
  const headline = scales.find(({ role }) => role === 'headline')
  return headline ? { headline, drivers: scales.filter(({ role }) => role === 'driver') } : null
}
