export { deleteDraft } from './delete-draft.ts'
export {
  addItem,
  conditionIds,
  duplicateItem,
  freeId,
  moveItem,
  removeItem,
  withCondition,
  withItem,
  withoutCondition,
} from './draft-changes.ts'
export { checkDraft, type DraftCheck, type DraftFault, LONGEST_TEXT } from './draft-check.ts'
export { type Completeness, completenessIn, localTexts, type PlacedText, translatedInto } from './local-texts.ts'
export { type DraftTest, planDraftTest } from './plan-draft-test.ts'
export type { QuestionnaireDraftPorts, QuestionnaireDraftStore, SeenDraft } from './ports.ts'
export { proposeDraft } from './propose-draft.ts'
export { publishDraft } from './publish-draft.ts'
export type { DraftAct, QuestionnaireDraft, QuestionnaireVersion } from './questionnaire-draft.ts'
export { type DefinitionFault, LONGEST_DEFINITION, readDefinition } from './read-definition.ts'
export { restoreVersion } from './restore-version.ts'
export { saveDraft } from './save-draft.ts'
export { startDraft } from './start-draft.ts'
export { dependentsOf, type SkippingAnswer, skippingAnswers, unreachableItems } from './unreachable-answers.ts'
export { type TextDifference, textDifferences } from './version-difference.ts'
