import type { LocalText, PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import type { SamplingMode } from '../sampling/sample.ts'
import { listImprovements } from './list-improvements.ts'

/** What a wave for a half-year would tell and ask travelers if it opened now, beside what every letter says. */
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

type WordPorts = Pick<SurveyPorts, 'store'>

export async function openingWords(ports: WordPorts, period: PeriodKey): Promise<OpeningWords> {
  const improvements = (await listImprovements(ports, { period })).map(({ text }) => text)
  return { improvements, questionnaire: (await ports.store.latestQuestionnaire())?.version ?? null }
}

export async function automaticPlan(ports: WordPorts, period: PeriodKey): Promise<AutomaticPlan> {
  const { mode, sampleSize, daysOpen } = await ports.store.programme()
  return { mode, sampleSize, daysOpen, ...(await openingWords(ports, period)) }
}

/** Whether what was approved is still what would go out. */
export const isSamePlan = (approved: OpeningWords, now: OpeningWords): boolean => textOf(approved) === textOf(now)

const textOf = (plan: OpeningWords) =>
  JSON.stringify(Object.entries(plan).toSorted(([one], [other]) => (one < other ? -1 : 1)))
