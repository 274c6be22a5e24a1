export { buildScorecard, type HalfYearFault } from './build-scorecard.ts'
export type { Change } from './change.ts'
export { judgeCustomerSatisfaction } from './customer-satisfaction.ts'
export { type Decision, type ExecutiveSummary, summarise } from './executive-summary.ts'
export type {
  ChangedClose,
  IncidentFacts,
  OrganisationFacts,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  SatisfactionFacts,
  TrainingFacts,
  TrendBreak,
  WaveFacts,
} from './facts.ts'
export { GOALS, type GoalId, OWNERS, type Owner, TARGETS } from './goal.ts'
export type { GoalContext } from './goal-context.ts'
export { judgeIncidentReduction } from './incident-reduction.ts'
export { missingRows } from './list-missing-rows.ts'
export type { IndicatorId } from './measures/indicator.ts'
export {
  EVIDENCE,
  type Evidence,
  type IndicatorFacts,
  type ItemFacts,
  type RightsFacts,
  type SurveyFacts,
} from './measures/indicator-facts.ts'
export type { IndicatorValue, MissingEvidence } from './measures/indicator-value.ts'
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
export { suppress } from './suppression.ts'
export { goalTrend } from './trace-goal.ts'
export type {
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
