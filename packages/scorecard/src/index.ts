export { breakDownEveryItem, breakDownSatisfaction } from './break-down-satisfaction.ts'
export type { Breakdown, BreakdownGroup, BreakdownTable, BreakdownWave, NotShown } from './breakdown.ts'
export { buildScorecard, type HalfYearFault } from './build-scorecard.ts'
export { breakDownCases, type CaseBreakdown } from './cases/break-down-cases.ts'
export { CASE_MARGINS, type CaseCell, type CaseFigure, type CaseGroup, type CaseMargin } from './cases/case-groups.ts'
export type { Change } from './change.ts'
export type { RecordedChange } from './closing/check-evidence.ts'
export { type ClosePeriod, closePeriod } from './closing/close-period.ts'
export { decideRemedy, recordOutcome } from './closing/decide-remedy.ts'
export { type Figure, type FigureChange, figureChanges } from './closing/figure-change.ts'
export { actionsBefore, freezePeriod } from './closing/freeze-period.ts'
export { headCode, readHeadCode } from './closing/head-code.ts'
export { type Lacking, whatLacks } from './closing/lacking.ts'
export {
  type ClosingPerson,
  type ClosingStage,
  type Freeze,
  hasPartIn,
  type OwningPerson,
  type PeriodClosing,
  type Reopening,
  type Signature,
  stageOf,
} from './closing/period-close.ts'
export type { ActionStore, ClosingPorts, ClosingStore, Restatement } from './closing/ports.ts'
export { readScorecard } from './closing/read-scorecard.ts'
export { type ActionOutcome, OUTCOME_STATES, type PromisedActions, type Remedy } from './closing/remedy.ts'
export { leaveAsSealed, reopenPeriod } from './closing/restate-period.ts'
export { readStatement, type Seal } from './closing/seal.ts'
export type { RegisterState, SealFault, SealFinding, SealVerification } from './closing/seal-finding.ts'
export type { Evidence, SealStamp, Signatures, Signed, WaveEvidence } from './closing/sealed-parts.ts'
export { sealedScorecard, stampOf } from './closing/sealed-scorecard.ts'
export { signScorecard } from './closing/sign-scorecard.ts'
export { takeBackFreeze } from './closing/take-back-freeze.ts'
export { type VerifyPorts, verifySeals } from './closing/verify-seals.ts'
export { judgeCustomerSatisfaction } from './customer-satisfaction.ts'
export type { CameOf, ChainHead, Decision, ExecutiveSummary } from './executive-summary.ts'
export type {
  BreakdownFacts,
  ChangedClose,
  FrameMargins,
  IncidentFacts,
  ItemCounts,
  OrganisationFacts,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  RatedItem,
  SatisfactionCell,
  SatisfactionFacts,
  TrainingFacts,
  TrendBreak,
  WaveFacts,
} from './facts.ts'
export type { GroupFigure } from './gate/gate.ts'
export type { ShownShare } from './gate/shown-share.ts'
export { GOALS, type GoalId, OWNERS, type Owner, TARGETS } from './goal.ts'
export type { GoalContext } from './goal-context.ts'
export { judgeIncidentReduction } from './incident-reduction.ts'
export { judgeGoal } from './judge-goal.ts'
export { missingRows } from './list-missing-rows.ts'
export { MARGINS, type Margin } from './margin.ts'
export type { IndicatorId } from './measures/indicator.ts'
export {
  EVIDENCE,
  type EvidenceRegister,
  type IndicatorFacts,
  type ItemFacts,
  type RightsFacts,
  type SurveyFacts,
  type WhistleFacts,
} from './measures/indicator-facts.ts'
export { type IndicatorValue, type MissingEvidence, type PeopleShown, peopleShown } from './measures/indicator-value.ts'
export {
  listMeasures,
  type MeasuresOfPeriod,
  type ShownIndicator,
  type ShownMeasure,
} from './measures/list-measures.ts'
export type { MeasureId } from './measures/measure.ts'
export { judgePartnerAudit } from './partner-audit.ts'
export { judgePolicyPublication } from './policy-publication.ts'
export type { FactSource, ScorecardPorts } from './ports.ts'
export { RULES, type Rules } from './rules.ts'
export { fewestSatisfied, type SampleNeed, sampleNeed } from './satisfaction-sample.ts'
export type { MissingRow, MissingWhy, Scorecard, Standing, TrendPoint } from './scorecard.ts'
export { judgeStaffTraining } from './staff-training.ts'
export { mayReadComments, suppress } from './suppression.ts'
export { goalTrend } from './trace-goal.ts'
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
  Word,
} from './verdict.ts'
export { type CountedWave, type ShareChange, type WaveChange, type WeighedAnswers, waveChange } from './wave-change.ts'
export { type SummaryPorts, writeSummary } from './write-summary.ts'
