import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { PublishedQuestionnaire, Questionnaire } from './questionnaire.ts'

/** Storage of questionnaire versions. */
export interface QuestionnaireStore {
  /** Null if the version exists with different wording. */
  publishQuestionnaire(questionnaire: Questionnaire, at: Instant): Promise<PublishedQuestionnaire | null>
  /** The highest version of the most recently published questionnaire. */
  latestQuestionnaire(): Promise<Questionnaire | null>
  /** The saved wording of an open draft; null once it is published or discarded. */
  draftWording(draftId: Id): Promise<Questionnaire | null>
}
