export { type AnsweredQuestion, type AnsweredShare, answeredQuestions } from './breakdown/answered-questions.ts'
export { breakDownEveryItem, breakDownSatisfaction } from './breakdown/break-down-satisfaction.ts'
export type { Breakdown, BreakdownGroup, BreakdownTable, BreakdownWave, HiddenReason } from './breakdown/breakdown.ts'
export { type DriverAnalysis, type DriverPlace, driverAnalysis } from './breakdown/driver-analysis.ts'
export { MARGINS, type Margin } from './breakdown/margin.ts'
export type { PeopleBand } from './breakdown/people-band.ts'
export { readAnsweredQuestions } from './breakdown/read-answered-questions.ts'
export { mayReadComments, suppress } from './breakdown/suppression.ts'
export { buildScorecard, type HalfYearFault } from './build-scorecard.ts'
export { breakDownCases, type CaseBreakdown } from './cases/break-down-cases.ts'
export { areCasesPublished, areReportsPublished } from './cases/case-gate.ts'
export { CASE_MARGINS, type CaseCell, type CaseGroup, type CaseMargin } from './cases/case-groups.ts'
export type { Change } from './change/change.ts'
export { compareWaves, type WaveComparison } from './change/compare-waves.ts'
export type { TrendPoint } from './change/trend.ts'
export type { WaveChange } from './change/wave-change.ts'
export type { ShareChange } from './claims/share-change.ts'
export { type HalvingPower, whatHalvingShows } from './claims/what-halving-shows.ts'
export { type ClosedPeriod, type ClosePeriod, closePeriod } from './closing/close-period.ts'
export { type Figure, type FigureChange, figureChanges } from './closing/figure-change.ts'
export { actionsBefore, freezePeriod } from './closing/freeze-period.ts'
export { undoneBeneath } from './closing/list-undone-imports.ts'
export { type MissingStep, missingSteps } from './closing/missing-steps.ts'
export {
  type ClosingPerson,
  type ClosingStage,
  type Freeze,
  type OwningPerson,
  type PeriodClosing,
  type Reopening,
  type Signature,
  stageOf,
  whyFixed,
} from './closing/period-close.ts'
export type {
  ActionStore,
  ClosingPorts,
  ClosingStore,
  ImprovementChoices,
  NewImprovement,
  Restatement,
} from './closing/ports.ts'
export { changeRemedy } from './closing/remedies/change-remedy.ts'
export { chooseImprovement, type ImprovementPorts, withdrawImprovement } from './closing/remedies/choose-improvement.ts'
export { decideRemedy, recordOutcome } from './closing/remedies/decide-remedy.ts'
export type { RemediesByState } from './closing/remedies/remedies-by-state.ts'
export {
  type ActionOutcome,
  type AgreedAction,
  OUTCOME_STATES,
  type PromisedActions,
  type Remedy,
  type RemedyChange,
  type RemedyText,
} from './closing/remedies/remedy.ts'
export { leaveAsSealed, reopenPeriod } from './closing/restate-period.ts'
export { changedRegisters, compareRegisters, type RecordedChanges } from './closing/seals/check-evidence.ts'
export { type CheckedSeal, checkSeal } from './closing/seals/check-seal.ts'
export { headCode, readHeadCode } from './closing/seals/head-code.ts'
export type { SaltedList, StoredMissingRows } from './closing/seals/missing-rows-seal.ts'
export { type MissingPorts, type MissingRead, readMissingRows } from './closing/seals/read-missing-rows.ts'
export { isIntact, NO_HEAD, readStatement, type Seal } from './closing/seals/seal.ts'
export type {
  RegisterState,
  SampleFinding,
  SealFault,
  SealFinding,
  SealVerification,
} from './closing/seals/seal-finding.ts'
export type {
  AskedWave,
  Evidence,
  PagesEvidence,
  SealStamp,
  Signatures,
  Signed,
  WaveEvidence,
} from './closing/seals/sealed-parts.ts'
export {
  type AskedSurvey,
  type Correction,
  type PromiseWithOutcome,
  type SealedReport,
  sealedReport,
} from './closing/seals/sealed-report.ts'
export { sealedScorecard, stampOf } from './closing/seals/sealed-scorecard.ts'
export { type VerifyPorts, verifySeals } from './closing/seals/verify-seals.ts'
export { signScorecard } from './closing/sign-scorecard.ts'
export { takeBackFreeze } from './closing/take-back-freeze.ts'
export type { UndoneImport } from './closing/undone-import.ts'
export { publishedMargins } from './disclosure/blocks.ts'
export { type CommentedCounts, type CommentedShare, commentedShares } from './disclosure/commented-shares.ts'
export type { ShownShare } from './disclosure/shown-share.ts'
export { type BlockCounts, type ShownBlock, shownBlock } from './disclosure/straight-lining.ts'
export type { GroupFigure } from './disclosure/suppress-cells.ts'
export { type ShownComments, shownComments, type ThemeCount } from './disclosure/theme-counts.ts'
export { type ComingEdition, comingEditions } from './editions/coming-editions.ts'
export { DECISION_CHOICES, type DecisionChoice } from './editions/decision-choice.ts'
export {
  type DueCause,
  EDITION_KINDS,
  EDITION_STATES,
  type Edition,
  type EditionHeading,
  type EditionKind,
  type EditionReaderKind,
  type EditionState,
  MOST_COMMENT_CHARACTERS,
  type Release,
} from './editions/edition.ts'
export { editionFigures } from './editions/edition-digest.ts'
export {
  dueUnder,
  type EditionDue,
  type HalfYearDates,
  halfYearEditions,
  runningEditions,
} from './editions/edition-due.ts'
export {
  checkEditionSettings,
  DECIDE_WORKING_DAYS,
  DEFAULT_EDITION_SETTINGS,
  type EditionSchedule,
  type EditionSettings,
  FEWEST_WORKING_DAYS,
  HOLD_WORKING_DAYS,
  MOST_WORKING_DAYS,
} from './editions/edition-settings.ts'
export { type HoldReason, holdReasons } from './editions/hold-reason.ts'
export type { WaveDates } from './editions/wave-dates.ts'
export type { CameOf, ChainHead, Decision, ExecutiveSummary } from './executive-summary.ts'
export type {
  BookedLeaks,
  BreakdownFacts,
  ChangedClose,
  FrameMargins,
  IncidentFacts,
  IncidentMonth,
  ItemCounts,
  LeakCount,
  OrganisationFacts,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  RatedItem,
  SatisfactionCell,
  SatisfactionFacts,
  ShareKind,
  TrainingFacts,
  TrendBreak,
  UnitTraining,
  WaveFacts,
  Weighable,
} from './facts.ts'
export type { Gap, Room, Step } from './gap/gap.ts'
export {
  BRIDGE_NOTES,
  BRIDGE_STEPS,
  type Bridge,
  type BridgeEvent,
  type BridgeFacts,
  type BridgeNote,
  type BridgeRow,
  type BridgeStep,
  bridgeOf,
  signedStep,
} from './goals/bridge.ts'
export { monthsOver, sameDayIn } from './goals/equal-parts.ts'
export { evidenceAge } from './goals/evidence-age.ts'
export { FEEDING_REGISTERS, type FeedingRegister, type RecordedAt } from './goals/feeding-register.ts'
export { GOALS, type GoalId, isYearly, OWNERS, type Owner, TARGETS } from './goals/goal.ts'
export type { GoalContext } from './goals/goal-context.ts'
export { GOAL_REGISTERS } from './goals/goal-registers.ts'
export { judgeGoal, readVerdict } from './goals/judge-goal.ts'
export { isUncompared, type LeaksAgainstCap, leaksAgainstCap } from './goals/leaks-against-cap.ts'
export { missingRows } from './goals/list-missing-rows.ts'
export type { MissingList, MissingRow, MissingWhy } from './goals/missing-row.ts'
export { paceOf } from './goals/pace-of.ts'
export type { RunningPace } from './goals/running-pace.ts'
export { goalTrend } from './goals/trace-goal.ts'
export { listOffTargetGoals, type OffTargetGoal } from './list-off-target-goals.ts'
export { CHECKED_MONTHS, type IndicatorId, WATCHED_MONTHS } from './measures/indicator.ts'
export {
  EVIDENCE,
  type EvidenceRegister,
  type IndicatorFacts,
  type ItemFacts,
  type LeakSignal,
  type RightsFacts,
  type SurveyFacts,
  type WhistleFacts,
} from './measures/indicator-facts.ts'
export type {
  IndicatorValue,
  MissingEvidence,
  PublishedPeople,
} from './measures/indicator-value.ts'
export {
  listMeasures,
  type MeasuresOfPeriod,
  type ShownIndicator,
  type ShownMeasure,
} from './measures/list-measures.ts'
export type { MeasureId } from './measures/measure.ts'
export type { FactSource, HalfYearFacts, ScorecardPorts } from './ports.ts'
export { publish } from './publish/publish.ts'
export { publishSealed } from './publish/publish-sealed.ts'
export { FINEST_STEP, PUBLISHED_STEPS, type PublishedStep } from './publish/published-step.ts'
export { type BridgeRead, readBridges } from './read-bridges.ts'
export { readScorecard } from './read-scorecard.ts'
export { recordedOn } from './recorded-on.ts'
export { decideRuleChange } from './rule-changes/decide-rule-change.ts'
export { type Definitions, definitionsFor } from './rule-changes/definitions.ts'
export { type ConfirmedRow, type ExcludedRow, type Exclusion, exclusionsIn } from './rule-changes/exclusion.ts'
export { listRules, type RulesInForce, type SettingInForce, type WaitingChange } from './rule-changes/list-rules.ts'
export { isProposed, listTakenOut, type TakenOut } from './rule-changes/list-taken-out.ts'
export type { RowChoice, RuleChangePorts, RuleChangeStore } from './rule-changes/ports.ts'
export { type ProposedChange, proposeRuleChange } from './rule-changes/propose-rule-change.ts'
export { readRules } from './rule-changes/read-rules.ts'
export {
  type ChangeOutcome,
  type ConfirmedSetting,
  confirmedSettings,
  goalOfChange,
  ROW_GOALS,
  type RowChange,
  type RowGoal,
  type RuleChange,
  type SettingChange,
} from './rule-changes/rule-change.ts'
export type { RulesLock } from './rule-changes/rules-lock.ts'
export { SETTING_IDS, SETTINGS, type SettingId, type SettingUnit } from './rule-changes/setting.ts'
export { withdrawRuleChange } from './rule-changes/withdraw-rule-change.ts'
export { RULES, type Rules } from './rules.ts'
export type { GoalCourse, RunningResult } from './running-result.ts'
export {
  type AuditSample,
  type Finding,
  progressOf,
  type ReviewedDocument,
  type SampleProgress,
  type SampleRow,
} from './sample/audit-sample.ts'
export type { Auditor } from './sample/auditor.ts'
export { drawSample } from './sample/draw-sample.ts'
export type { SamplePorts, SampleStore } from './sample/ports.ts'
export { recordResult } from './sample/record-result.ts'
export { proposedSize, type SampleFrame } from './sample/sample-draw.ts'
export { SAMPLE_RESULTS, type SampleResult } from './sample/sample-result.ts'
export type { SampleFault, StoredSample } from './sample/sample-seal.ts'
export { sealSample } from './sample/seal-sample.ts'
export type { SealedSample } from './sample/sealed-sample.ts'
export { type Trace, traceFigure } from './sample/trace-figure.ts'
export { isTraced, STAFF_FIGURES, TRACED_FIGURES, type TracedFigure } from './sample/traced-figure.ts'
export { type RowPlace, SIDES, type Side, type TracedRow, type TraceQuery, totalOf } from './sample/traced-row.ts'
export { type FrameBlocks, type FrameCell, frameBlocks } from './satisfaction/frame-blocks.ts'
export { fewestSatisfied, type SampleNeed, sampleNeed } from './satisfaction/satisfaction-sample.ts'
export type { OverallResult, Scorecard } from './scorecard.ts'
export type {
  EstimateFigures,
  FiguresOf,
  Flag,
  IncidentFigures,
  Interval,
  Pace,
  PartnerFigures,
  PublicationFigures,
  QuarterFigures,
  Reason,
  SatisfactionFigures,
  Status,
  TrainingFigures,
  Verdict,
  VerdictOf,
  VerdictResult,
} from './verdict.ts'
export { type SummaryPorts, writeSummary } from './write-summary.ts'
