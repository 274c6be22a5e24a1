import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Wave } from '../../waves/wave.ts'
import type { MemoryWave, SurveyMemory } from './survey-memory.ts'

export const waveOfPeriod = (memory: SurveyMemory, period: PeriodKey): MemoryWave | null =>
  [...memory.waves.values()].find(({ wave }) => wave.period === period) ?? null

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The questionnaire that a wave asks. */
export function questionnaireOf({ questionnaires }: SurveyMemory, { questionnaire }: Pick<Wave, 'questionnaire'>) {
  const { id, version } = questionnaire
  const found = questionnaires.find((each) => each.questionnaire.id === id && each.questionnaire.version === version)
  if (!found) throw new Error(`questionnaire ${id} ${version} of a wave is missing`)
  return found.questionnaire
}
