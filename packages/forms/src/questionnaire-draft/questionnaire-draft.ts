import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { PublishedQuestionnaire, Questionnaire } from '../questionnaire/questionnaire.ts'

/** An officer's act on a draft. */
export interface DraftAct {
  readonly by: { readonly id: Id; readonly name: string }
  readonly at: Instant
}

/** The next version of a questionnaire while officers write it. A questionnaire has at most one open draft. */
export interface QuestionnaireDraft {
  readonly id: Id
  /** Its version is the number that it gets if it is published next. */
  readonly questionnaire: Questionnaire
  /** Grows with each save; a save that saw an older one is refused. */
  readonly revision: number
  /** The published version that the draft began with. */
  readonly basedOn: number
  readonly saved: DraftAct
  /** Null unless the draft waits for a second officer; any change ends the proposal. */
  readonly proposed: DraftAct | null
}

/** A published version with its wording. */
export interface QuestionnaireVersion extends PublishedQuestionnaire {
  readonly questionnaire: Questionnaire
}
