export type { Decision, ExecutiveSummary } from './executive-summary.ts'
export { GOALS, type GoalId, OWNERS, type Owner, TARGETS } from './goal.ts'
export { RULES, type Rules } from './rules.ts'
export type { Change, MissingRow, MissingWhy, Scorecard, Standing, TrendPoint } from './scorecard.ts'
export type {
  FiguresOf,
  Flag,
  IncidentFigures,
  Interval,
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
