export {
  type Answer,
  type AnswerFault,
  type AnswerValues,
  type ItemFault,
  readAnswer,
  showsItem,
} from './answers/answer.ts'
export { type AnswerCode, answerCode } from './answers/answer-code.ts'
export { type CorrectAnswer, correctAnswer } from './answers/correct-answer.ts'
export type { ContinuedDraft } from './answers/draft.ts'
export { type AnswerText, packAnswer, packedSize, unpackAnswer } from './answers/packed-answer.ts'
export type { Correction, NewAnswer, NewDraft, SaveFault } from './answers/ports.ts'
export { rebuildTallies } from './answers/rebuild-tallies.ts'
export { newReceipt, readReceipt, receiptHash } from './answers/receipt.ts'
export { type RecordAnswer, recordAnswer } from './answers/record-answer.ts'
export { type SaveDraft, saveDraft } from './answers/save-draft.ts'
export { type AnswerView, showAnswer } from './answers/show-answer.ts'
export { type InvitationView, showInvitation } from './answers/show-invitation.ts'
export { type ShownPreview, showPreview } from './answers/show-preview.ts'
export { type ReceiptFault, type StoredAnswer, whileOpen } from './answers/stored-answer.ts'
export {
  ALL_ITEMS,
  type RebuiltTallies,
  type SatisfactionCounts,
  type TallyDifference,
  type TallyEntry,
} from './answers/tally.ts'
export { withdrawAnswer } from './answers/withdraw-answer.ts'
export type {
  CodedComment,
  CommentCode,
  CommentCounts,
  CommentFilter,
  FoundComments,
  StoredCommentedShare,
  StoredShare,
} from './comments/comment.ts'
export { type CodeChange, type CommentStore, codesAfter, hasSeenCodes } from './comments/comment-store.ts'
export { recordCodes } from './comments/record-codes.ts'
export { removeCommentCode } from './comments/remove-comment-code.ts'
export { saveCommentCode } from './comments/save-comment-code.ts'
export {
  type ActiveLanguage,
  type AddedLanguage,
  LARGEST_LANGUAGE_FILE,
  type LanguageAct,
  type LanguageMark,
  type SeenLanguage,
  type SurveyLanguages,
} from './languages/ports.ts'
export { activeTags, surveyTags } from './languages/read-active-tags.ts'
export type { SentenceNode, SentenceTree } from './languages/sentence-tree.ts'
export { type DraftPreview, draftPreviewToken } from './links/draft-preview-link.ts'
export { type Invitation, type LinkFault, type LinkState, linkFault } from './links/invitation.ts'
export { languageQuery, linkToken, readLinkToken } from './links/invitation-link.ts'
export {
  PRESELECTED,
  PRESELECTION,
  type Preselection,
  preselectionCode,
  readPreselection,
} from './links/preselection.ts'
export { type Preview, previewToken } from './links/preview-link.ts'
export { showUnsubscribing } from './links/show-unsubscribing.ts'
export { resubscribe, unsubscribe } from './links/unsubscribe-address.ts'
export { readUnsubscribeToken, unsubscribeToken } from './links/unsubscribe-link.ts'
export { MASKS, type Mask } from './masking/mask.ts'
export { maskedComment, maskedParts } from './masking/masked-comment.ts'
export {
  BACKUP_DAYS_AT_MOST,
  type CheckedPoints,
  type Checklist,
  type ChecklistGap,
  checklistGaps,
  LONGEST_BACKUP_DAYS,
} from './opening/checklist.ts'
export { chooseFolder } from './opening/choose-folder.ts'
export { confirmChecklist } from './opening/confirm-checklist.ts'
export type { MentionedImprovement } from './opening/improvement.ts'
export { leaveOutWave } from './opening/leave-out-wave.ts'
export { listImprovements } from './opening/list-improvements.ts'
export { openDueWave } from './opening/open-due-wave.ts'
export { type OpenWave, type OpenWaveFault, openReplayedWave, openWave } from './opening/open-wave.ts'
export { openablePeriods } from './opening/openable-period.ts'
export type { NotOpened, OpeningQuestion } from './opening/opening-question.ts'
export { type AutomaticPlan, isSamePlan, type OpeningWords } from './opening/opening-words.ts'
export type { WaveOpening } from './opening/ports.ts'
export { type PlannedQuestions, previewWave, type WavePreview } from './opening/preview-wave.ts'
export { readChecklist } from './opening/read-checklist.ts'
export { automaticPlan, openingWords } from './opening/read-opening-words.ts'
export type { SealedPlan } from './opening/sealed-plan.ts'
export { FIRST_GENERATION, latestClosingDay, type PlannedInvitation, type WavePlan } from './opening/wave-plan.ts'
export type { SurveyPorts, SurveyStore } from './ports.ts'
export { type NextInvitation, planNextInvitation } from './programme/plan-next-invitation.ts'
export { type PlanProgramme, planProgramme } from './programme/plan-programme.ts'
export { type DueOpening, dueOpenings, nextOpening } from './programme/planned-opening.ts'
export type { ProgrammeStore } from './programme/ports.ts'
export {
  checkPlan,
  DAYS_OPEN_AT_MOST,
  DEFAULT_PROGRAMME,
  type PlanFault,
  type Programme,
  type ProgrammePlan,
  SAMPLE_AT_MOST,
  SMALLEST_WAVE,
  SMALLEST_WAVE_AT_LEAST,
} from './programme/programme.ts'
export { type IfSwitchedOn, type ProgrammeState, readProgramme } from './programme/read-programme.ts'
export {
  type AnswerShare,
  answerShares,
  type CountedAs,
  detractorsId,
  ratingCountedAs,
  type ShareKind,
} from './questionnaire/answer-shares.ts'
export { type FixedLabels, type Option, optionsOf } from './questionnaire/asked-options.ts'
export { type BrokenTrend, brokenTrends } from './questionnaire/broken-trends.ts'
export { BLANK, type CodedItem } from './questionnaire/coded-item.ts'
export {
  type CodedQuestion,
  codedFrom,
  codedItem,
  codedItems,
  NO,
  tickId,
  YES,
} from './questionnaire/coded-items.ts'
export {
  COMPLETE_PERCENT,
  COMPLETENESS,
  type Completeness,
  type CompletenessCounts,
  PARTIAL_PERCENT,
} from './questionnaire/completeness.ts'
export { DEFAULT_QUESTIONNAIRE } from './questionnaire/default-questionnaire.ts'
export { type CrossCount, driverItems } from './questionnaire/driver-items.ts'
export { type FirstQuestion, firstQuestion } from './questionnaire/first-question.ts'
export { asksForIdentity } from './questionnaire/identity-question.ts'
export { type PublishFault, publishQuestionnaire } from './questionnaire/publish-questionnaire.ts'
export {
  type Item,
  isOpenText,
  type MatrixItem,
  type PublishedQuestionnaire,
  type Questionnaire,
  type Scale,
  type SeveralItem,
  type SeveralOption,
  type TextItem,
} from './questionnaire/questionnaire.ts'
export {
  checkQuestionnaire,
  type QuestionnaireFault,
  type QuestionnaireWarning,
  questionCount,
  questionnaireWarnings,
  RESERVED_FIELDS,
} from './questionnaire/questionnaire-check.ts'
export { questionnaireFrom } from './questionnaire/questionnaire-form.ts'
export { FEWEST_RATINGS, type RatingBlock, ratingBlocks } from './questionnaire/rating-blocks.ts'
export { satisfiedPoints } from './questionnaire/satisfied-points.ts'
export {
  allWordings,
  fallbackLanguage,
  type SurveyText,
  surveyTextOf,
  textIn,
  withWording,
  wordingIn,
} from './questionnaire/survey-text.ts'
export { type Categories, MARGINS, type Margin } from './sampling/categories.ts'
export { type CellPlan, cellOf, type MergeMap, planCells } from './sampling/cells.ts'
export { COVERAGE_STEPS, type Coverage, type CoverageStep, coverageOf } from './sampling/coverage.ts'
export type { SourceCount } from './sampling/dominated-cells.ts'
export type { FrameMargin } from './sampling/frame.ts'
export { SAMPLING_MODES, type SamplingMode } from './sampling/sample.ts'
export type { EligibleTraveler, FrameCounts, FrameOf, FrameProvenance } from './sampling/sampling-frame.ts'
export type { Skip } from './sampling/skip.ts'
export type { TripMonths } from './sampling/trip-months.ts'
export { addressKey } from './travelers/address-key.ts'
export type { ClashingRow, ClashingRows } from './travelers/clashing-row.ts'
export { type EraseTraveler, eraseTraveler } from './travelers/erase-traveler.ts'
export type { Erasure, ErasureOf } from './travelers/erasure.ts'
export type { FoundTrait, FoundValues } from './travelers/found-traits.ts'
export {
  type ImportedTravelers,
  type ImportTravelers,
  importTravelers,
  type TravelerPiece,
  type TravelerRowFault,
  type TravelersFault,
} from './travelers/import-travelers.ts'
export { BASIS_KINDS, BASIS_PROFILES_VERSION, type BasisKind, type BasisProfile } from './travelers/legal-basis.ts'
export { isPublicMailDomain, mailDomain } from './travelers/mail-domain.ts'
export {
  type FolderChoice,
  folderInEffect,
  type MailRoute,
  type MailRouteStore,
  provenRoute,
} from './travelers/mail-route.ts'
export type { NumberedTraveler, TravelerImport, TravelerImportCounts, TravelerStaging } from './travelers/ports.ts'
export { suppressAddress } from './travelers/suppress-address.ts'
export { BOUNCE_DAYS, type SuppressionReason } from './travelers/suppression.ts'
export {
  TRAVELER_FIELDS,
  type Traveler,
  type TravelerField,
  type TravelerRow,
  type TravelerTraits,
} from './travelers/traveler.ts'
export { KNOWN_TRAITS } from './travelers/traveler-reader.ts'
export { travelerTable } from './travelers/traveler-table.ts'
export {
  ATTACKS,
  type Attack,
  isAnonymous,
  type RespondentGroup,
  tiedIn,
  type WaveAnonymity,
} from './waves/anonymity.ts'
export type { ChangingOfficer, CloseChange, NewClose } from './waves/close-change.ts'
export { closeWave } from './waves/close-wave.ts'
export { countOpenWaves } from './waves/count-open-waves.ts'
export { type DecideClose, type DecideCloseFault, decideClose } from './waves/decide-close.ts'
export { funnelRungs } from './waves/funnel-rungs.ts'
export { listUndelivered } from './waves/list-undelivered.ts'
export { type PauseFault, pauseWave, resumeWave } from './waves/pause-wave.ts'
export { type ProposeClose, type ProposeCloseFault, proposeClose } from './waves/propose-close.ts'
export { listWaves, waveFunnel } from './waves/read-wave-funnel.ts'
export {
  previewReminders,
  type ReminderPreview,
  type RemindFault,
  remindDueWaves,
  remindWave,
} from './waves/remind-wave.ts'
export {
  DAYS_BETWEEN_LETTERS,
  LETTERS_AT_MOST,
  plannedRound,
  REMINDER_ELIGIBILITIES,
  type ReminderEligibility,
  type ReminderMoments,
  type ReminderRound,
  reminderMoments,
  skipsOf,
} from './waves/reminder.ts'
export { type Response, responseOf } from './waves/response-rates.ts'
export {
  SENT_AGAIN_AFTER_MS,
  SENT_AGAIN_AT_MOST,
  SENT_AGAIN_AT_ONCE,
  type SentAgain,
  sendAgain,
} from './waves/send-again.ts'
export type { UndeliveredLetter, UndeliveredLetters } from './waves/undelivered-letter.ts'
export { type PausedByItself, watchLetters } from './waves/watch-letters.ts'
export type { Funnel, Wave, WaveKeyState, WaveStatus } from './waves/wave.ts'
export {
  ARRIVAL_STEP,
  arrivals,
  type Counted,
  FIRST_ARRIVALS,
  figuresInSteps,
  firstCountedHour,
  inLetterSteps,
  type OpenFigures,
  openFigures,
  type WaveFigures,
} from './waves/wave-figures.ts'
export type { LetterHealth, PauseReason, WavePause } from './waves/wave-pause.ts'
