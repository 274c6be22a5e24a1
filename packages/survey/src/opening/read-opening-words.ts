import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import { listImprovements } from './list-improvements.ts'
import type { AutomaticPlan, OpeningWords } from './opening-words.ts'

type WordPorts = Pick<SurveyPorts, 'store'>

export async function openingWords(ports: WordPorts, period: PeriodKey): Promise<OpeningWords> {
  const improvements = (await listImprovements(ports, { period })).map(({ text }) => text)
  return { improvements, questionnaire: (await ports.store.latestQuestionnaire())?.version ?? null }
}

export async function automaticPlan(ports: WordPorts, period: PeriodKey): Promise<AutomaticPlan> {
  const { mode, sampleSize, daysOpen } = await ports.store.programme()
  return { mode, sampleSize, daysOpen, ...(await openingWords(ports, period)) }
}
