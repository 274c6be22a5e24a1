import type { Item, Questionnaire } from './questionnaire.ts'

/** How often an aspect has a rating together with a rating of the headline; points count from 1. */
export interface CrossCount {
  readonly item: string
  readonly value: number
  readonly headline: number
  readonly count: number
}

type ScaleItem = Extract<Item, { readonly type: 'scale' }>

/** The rated aspects of a questionnaire and the headline they may drive; null where it has no headline on a scale. */
export function driverItems({
  items,
}: Pick<Questionnaire, 'items'>): { readonly headline: ScaleItem; readonly drivers: readonly ScaleItem[] } | null {
  const scales = items.filter((item): item is ScaleItem => item.type === 'scale')
  const headline = scales.find(({ role }) => role === 'headline')
  return headline ? { headline, drivers: scales.filter(({ role }) => role === 'driver') } : null
}
