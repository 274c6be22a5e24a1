export { addressKey } from './address-key.ts'
export { ATTACKS, type Attack, isAnonymous, type RespondentGroup, tiedIn, type WaveAnonymity } from './anonymity.ts'
export {
  type Answer,
  type AnswerFault,
  type AnswerValues,
  type ItemFault,
  readAnswer,
  showsItem,
} from './answer.ts'
export { type AnswerCode, answerCode } from './answer-code.ts'
export { askablePeriods } from './askable-period.ts'
export { optionsOf } from './asked-options.ts'
export { type BrokenTrend, brokenTrends } from './broken-trends.ts'
export { type Categories, type CellPlan, cellOf, MARGINS, type Margin, type MergeMap, planCells } from './cells.ts'
export {
  BACKUP_DAYS_AT_MOST,
  type CheckedPoints,
  type Checklist,
  type Lacking,
  LONGEST_BACKUP_DAYS,
  lackingOf,
} from './checklist.ts'
export { chooseFolder } from './choose-folder.ts'
export type { ClashingRow, ClashingRows } from './clashing-row.ts'
export type { ChangingOfficer, CloseChange, NewClose } from './close-change.ts'
export { closeWave } from './close-wave.ts'
export { BLANK, type CodedItem } from './coded-item.ts'
export type { CodedComment, CommentCode, CommentCounts, KeptCommentedShare, KeptShare } from './comment.ts'
export type { CommentStore } from './comment-store.ts'
export {
  COMPLETE_PERCENT,
  COMPLETENESS,
  type Completeness,
  type CompletenessCounts,
  PARTIAL_PERCENT,
} from './completeness.ts'
export { confirmChecklist } from './confirm-checklist.ts'
export { type CorrectAnswer, correctAnswer } from './correct-answer.ts'
export { countOpenWaves } from './count-open-waves.ts'
export { COVERAGE_STEPS, type Coverage, type CoverageStep, coverageOf } from './coverage.ts'
export { type DecideClose, type DecideCloseFault, decideClose } from './decide-close.ts'
export { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
export { type CrossCount, driverItems } from './driver-items.ts'
export { type EraseTraveler, eraseTraveler } from './erase-traveler.ts'
export type { Erasure, ErasureOf } from './erasure.ts'
export type { FoundTrait, FoundValues } from './found-traits.ts'
export type { FrameMargin } from './frame.ts'
export { asksForIdentity } from './identity-question.ts'
export {
  type ImportedTravelers,
  type ImportTravelers,
  importTravelers,
  type TravelerPiece,
  type TravelerRowFault,
  type TravelersFault,
} from './import-travelers.ts'
export { type Invitation, type LinkFault, type LinkState, linkFault } from './invitation.ts'
export { linkToken, readLinkToken } from './invitation-link.ts'
export { codesOf } from './item-codes.ts'
export { type KeptAnswer, type ReceiptFault, whileOpen } from './kept-answer.ts'
export { leaveOutWave } from './leave-out-wave.ts'
export { BASIS_KINDS, BASIS_PROFILES_VERSION, type BasisKind, type BasisProfile } from './legal-basis.ts'
export { listImprovements, type ToldImprovement } from './list-improvements.ts'
export { listUndelivered } from './list-undelivered.ts'
export {
  type FolderChoice,
  folderInEffect,
  type MailRoute,
  type MailRouteStore,
  provenRoute,
} from './mail-route.ts'
export { MASKS, type Mask } from './masking/mask.ts'
export { maskedComment, maskedParts } from './masking/masked-comment.ts'
export { openDueWave } from './open-due-wave.ts'
export { type OpenWave, type OpenWaveFault, openWave } from './open-wave.ts'
export type { NotOpened, OpeningQuestion } from './opening-question.ts'
export { type PauseFault, pauseWave, resumeWave } from './pause-wave.ts'
export { planProgramme } from './plan-programme.ts'
export { type DueOpening, dueOpenings } from './planned-opening.ts'
export type {
  Correction,
  NewAnswer,
  NewDraft,
  NumberedTraveler,
  ProgrammeStore,
  SaveFault,
  SurveyPorts,
  SurveyStore,
  TravelerImport,
  TravelerImportCounts,
  TravelerStaging,
  WaveOpening,
} from './ports.ts'
export { type Preview, previewToken } from './preview-link.ts'
export { previewWave, type WavePreview } from './preview-wave.ts'
export {
  checkPlan,
  DAYS_OPEN_AT_MOST,
  DEFAULT_PROGRAMME,
  type PlanFault,
  type Programme,
  type ProgrammePlan,
  SAMPLE_AT_MOST,
} from './programme.ts'
export { type ProposeClose, type ProposeCloseFault, proposeClose } from './propose-close.ts'
export { type PublishFault, publishQuestionnaire } from './publish-questionnaire.ts'
export type { Item, PublishedQuestionnaire, Questionnaire, Scale } from './questionnaire.ts'
export { checkQuestionnaire, type QuestionnaireFault, RESERVED_FIELDS } from './questionnaire-check.ts'
export { questionnaireFrom } from './questionnaire-form.ts'
export { type IfSwitchedOn, type ProgrammeState, readProgramme } from './read-programme.ts'
export { listWaves, waveFunnel } from './read-wave-funnel.ts'
export { rebuildTallies } from './rebuild-tallies.ts'
export { newReceipt, readReceipt, receiptHash } from './receipt.ts'
export { type RecordAnswer, recordAnswer } from './record-answer.ts'
export { recordCodes } from './record-codes.ts'
export {
  previewReminders,
  type ReminderPreview,
  type RemindFault,
  remindWave,
  remindWhoIsDue,
} from './remind-wave.ts'
export {
  DAYS_BETWEEN_LETTERS,
  LETTERS_AT_MOST,
  REMINDER_COURSES,
  type ReminderCourse,
  type ReminderMoments,
  reminderMoments,
  skipsOf,
} from './reminder.ts'
export { removeCommentCode } from './remove-comment-code.ts'
export { type Response, responseOf } from './response-rates.ts'
export { SAMPLING_MODES, type SamplingMode } from './sample.ts'
export type { EligibleTraveler, FrameCounts, FrameOf } from './sampling-frame.ts'
export { saveCommentCode } from './save-comment-code.ts'
export { type SaveDraft, saveDraft } from './save-draft.ts'
export type { SealedPlan } from './sealed-plan.ts'
export { type ShownAnswer, showAnswer } from './show-answer.ts'
export { type ShownInvitation, showInvitation } from './show-invitation.ts'
export { type ShownPreview, showPreview } from './show-preview.ts'
export { showUnsubscribing } from './show-unsubscribing.ts'
export { suppressAddress } from './suppress-address.ts'
export { BOUNCE_DAYS, type SuppressionReason } from './suppression.ts'
export {
  ALL_ITEMS,
  type RebuiltTallies,
  type SatisfactionCounts,
  type TallyDifference,
  type TallyEntry,
} from './tally.ts'
export {
  TRAVELER_FIELDS,
  type Traveler,
  type TravelerField,
  type TravelerRow,
  type TravelerTraits,
} from './traveler.ts'
export { KNOWN_TRAITS } from './traveler-reader.ts'
export { travelerTable } from './traveler-table.ts'
export type { UndeliveredLetter, UndeliveredLetters } from './undelivered-letter.ts'
export { unsubscribe } from './unsubscribe-address.ts'
export { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-link.ts'
export { type PausedByItself, watchLetters } from './watch-letters.ts'
export type { Funnel, Skip, Wave, WaveStatus } from './wave.ts'
export {
  type Counted,
  FIGURE_STEP,
  figuresInSteps,
  firstCountedHour,
  inSteps,
  type WaveFigures,
} from './wave-figures.ts'
export type { LetterHealth, PauseReason, WavePause } from './wave-pause.ts'
export {
  FIRST_GENERATION,
  latestClosingDay,
  type PlannedInvitation,
  type TripMonths,
  type WavePlan,
} from './wave-plan.ts'
export { withdrawAnswer } from './withdraw-answer.ts'
