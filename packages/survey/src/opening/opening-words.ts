import type { LocalText } from '@wayproof/kernel/people/locale'
import type { SamplingMode } from '../sampling/sample.ts'

/** The texts and questions of a wave for a half-year if it opened now, beside what every letter says. */
export interface OpeningWords {
  readonly improvements: readonly LocalText[]
  /** Version of the questionnaire; null if none is published. */
  readonly questionnaire: number | null
}

/** The automatic opening of a wave, as two officers approve it. */
export interface AutomaticPlan extends OpeningWords {
  readonly mode: SamplingMode
  readonly sampleSize: number | null
  readonly daysOpen: number
}

/** Whether what was approved is still what would go out. */
export const isSamePlan = (approved: OpeningWords, now: OpeningWords): boolean => textOf(approved) === textOf(now)

const textOf = (plan: OpeningWords) =>
  JSON.stringify(Object.entries(plan).toSorted(([one], [other]) => (one < other ? -1 : 1)))
