import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { completenessIn } from '@wayproof/forms/questionnaire-draft/local-texts'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { Share } from '@wayproof/kernel/share'
import type { SurveyPorts } from '../ports.ts'
import { type Coverage, coverageOf } from '../sampling/coverage.ts'
import type { FrameProvenance } from '../sampling/sampling-frame.ts'
import type { Skip } from '../sampling/skip.ts'
import { tripMonths } from '../sampling/trip-months.ts'
import { budgetFrom } from '../waves/reminder.ts'
import type { ChecklistGap } from './checklist.ts'
import { listImprovements } from './list-improvements.ts'
import { readChecklist } from './read-checklist.ts'
import { smallestWaveOf } from './smallest-wave.ts'

export interface WavePreview {
  readonly eligible: number
  readonly coverage: Coverage
  /** Travelers who would not be invited, by reason. */
  readonly skips: readonly Skip[]
  /** Origin of the eligible travelers. */
  readonly provenance: FrameProvenance
  /** Fewest people that the wave must invite. */
  readonly smallestWave: number
  /** Answered of invited in the previous wave that was not smaller; null before the first. */
  readonly lastResponseRate: Share | null
  /** Reasons why a wave cannot open. */
  readonly lacking: readonly ChecklistGap[]
  /** The improvements that the invitation would mention. */
  readonly improvements: readonly LocalText[]
  /** Null if none is published. */
  readonly questions: PlannedQuestions | null
}

/** The questionnaire that a wave would use if it opened now. */
export interface PlannedQuestions {
  readonly version: number
  /** Active languages that the version lacks, with the travelers who would read the questions in English. */
  readonly untranslated: readonly { readonly language: SurveyLanguage; readonly travelers: number }[]
  readonly items: readonly (LocalText & { readonly id: string; readonly isRequired: boolean })[]
}

/**
 * Counts of the travelers who would be invited if the wave opened now, and of the others by reason. Fault
 * `period-unknown`. `languages` are the added ones in use.
 */
export async function previewWave(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone' | 'smallestWave'>,
  { period, languages = [] }: { readonly period: PeriodKey; readonly languages?: readonly SurveyLanguage[] },
): Promise<Outcome<WavePreview, { readonly code: 'period-unknown' }>> {
  const { store, clock, timeZone } = ports
  const months = tripMonths(period)
  if (months === null) return fail('period-unknown')
  const programme = await store.programme()
  const { letterLimit } = programme
  const smallestWave = smallestWaveOf(ports.smallestWave, programme)
  const frame = { months, letterLimit, budgetFrom: budgetFrom(clock.now(), timeZone) }
  const [{ eligible, skips }, registered] = await Promise.all([store.countFrame(frame), store.registeredTravelers()])
  const questionnaire = await store.latestQuestionnaire()
  const lackedLanguages = questionnaire ? languages.filter((language) => lacksLanguage(questionnaire, language)) : []
  const travelers = lackedLanguages.length > 0 ? await store.countEligibleByLanguage(frame) : {}
  const untranslated = lackedLanguages.map((language) => ({ language, travelers: travelers[language] ?? 0 }))
  return ok({
    eligible,
    coverage: coverageOf({ registered, eligible, skips }),
    skips,
    provenance: await store.frameProvenance(frame),
    smallestWave,
    lastResponseRate: await store.lastResponseRate(smallestWave),
    improvements: (await listImprovements({ store }, { period })).map(({ text }) => text),
    questions: questionnaire && { ...questionsOf(questionnaire), untranslated },
    lacking: (await readChecklist(ports)).lacking,
  })
}

function lacksLanguage(questionnaire: Questionnaire, language: SurveyLanguage): boolean {
  const { filled, all } = completenessIn(questionnaire, language)
  return filled < all
}

const questionsOf = ({ version, items }: Questionnaire): Omit<PlannedQuestions, 'untranslated'> => ({
  version,
  items: items.flatMap((item) =>
    (item.type === 'matrix' ? item.rows : [item]).map(({ id, 'zh-CN': zh, en, required = item.required }) => {
      return { id, 'zh-CN': zh, en, isRequired: required ?? false }
    }),
  ),
})
