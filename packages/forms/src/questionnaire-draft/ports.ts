import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { SurveyLanguages } from '../languages/ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { DraftAct, QuestionnaireDraft, QuestionnaireVersion } from './questionnaire-draft.ts'

/** Storage of drafts and of the versions before them. */
export interface QuestionnaireDraftStore {
  /** All versions of a questionnaire, newest first. */
  versions(questionnaireId: Id): Promise<readonly QuestionnaireVersion[]>
  /** The open draft of a questionnaire; null if there is none. */
  openDraft(questionnaireId: Id): Promise<QuestionnaireDraft | null>
  /** False if another draft of the questionnaire is open. */
  startDraft(draft: QuestionnaireDraft): Promise<boolean>
  /**
   * Replaces the wording of an open draft and ends its proposal. False if the draft has ended, or its revision is not
   * `seen`. The audit log records only a save that restores the published version `restored`.
   */
  saveDraft(
    draft: SeenDraft,
    questionnaire: Questionnaire,
    act: DraftAct & { readonly restored?: number },
  ): Promise<boolean>
  /** False under the same conditions, or if the draft is proposed already. */
  proposeDraft(draft: SeenDraft, act: DraftAct & { readonly mailbox: Uint8Array }): Promise<boolean>
  /** The officer who proposed the draft. */
  draftProposers(id: Id): Promise<readonly Participant[]>
  /**
   * Publishes a proposed draft as `questionnaire`. False if the draft is not proposed at this revision, or its version
   * exists.
   */
  publishDraft(draft: SeenDraft, questionnaire: Questionnaire, act: DraftAct): Promise<boolean>
  /** Deletes an open draft. False if it has ended, or its revision is not `seen`. */
  discardDraft(draft: SeenDraft, at: Instant): Promise<boolean>
}

/** A draft at the revision that the officer saw. */
export interface SeenDraft {
  readonly id: Id
  readonly seen: number
}

export interface QuestionnaireDraftPorts {
  readonly drafts: QuestionnaireDraftStore
  readonly store: { latestQuestionnaire(): Promise<Questionnaire | null> }
  /** A version must be complete in each that is active. */
  readonly languages: Pick<SurveyLanguages, 'activeMarks'>
  readonly clock: Clock
  readonly ids: Ids
}
