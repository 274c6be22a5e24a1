import type { Instant } from '@wayproof/kernel'
import type { PublishedQuestionnaire, Questionnaire } from './questionnaire.ts'

/** Versions of the questionnaire, kept. */
export interface QuestionnaireStore {
  /** Null when the version exists with other words. */
  publishQuestionnaire(questionnaire: Questionnaire, at: Instant): Promise<PublishedQuestionnaire | null>
  /** The highest version of the questionnaire that was published last. */
  latestQuestionnaire(): Promise<Questionnaire | null>
}
