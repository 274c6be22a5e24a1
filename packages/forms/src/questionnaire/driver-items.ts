import { codedItems, type RatedQuestion } from './coded-items.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Number of answers that combine one aspect rating with one headline rating; points count from 1. */
export interface CrossCount {
  readonly item: string
  readonly value: number
  readonly headline: number
  readonly count: number
}

/** The rated aspects of a questionnaire and the headline that they may drive; null if no headline is on a scale. */
export function driverItems(
  questionnaire: Questionnaire,
): { readonly headline: RatedQuestion; readonly drivers: readonly RatedQuestion[] } | null {
  const scales = codedItems(questionnaire).filter((question) => question.kind === 'scale')
  const headline = scales.find(({ role }) => role === 'headline')
  return headline ? { headline, drivers: scales.filter(({ role }) => role === 'driver') } : null
}
