import type { GoalId } from '../goals/goal.ts'
import type { IndicatorId } from '../measures/indicator.ts'

/**
 * Goals and indicators that can be traced to register rows. Satisfaction, other survey figures and those of customers'
 * requests cannot: each of their rows is a person who was promised anonymity.
 */
export const TRACED_FIGURES = [
  'policy-publication',
  'staff-training',
  'incident-reduction',
  'partner-audit',
  'pages-watched',
  'consent-notices',
  'minimal-forms',
  'security-assessments',
  'vulnerability-scans',
  'penetration-tests',
  'encryption',
  'undecided-incidents',
  'exposure',
  'all-staff-sessions',
  'first-attempt',
  'agreements-signed',
  'audits-passed',
  'failed-without-plan',
  'education-notices',
  'privacy-meetings',
  'critical-findings',
  'audit-findings',
  'meeting-actions',
] as const satisfies readonly (GoalId | IndicatorId)[]

export type TracedFigure = (typeof TRACED_FIGURES)[number]

/** Figures whose rows are staff members. */
export const STAFF_FIGURES: readonly TracedFigure[] = ['staff-training', 'first-attempt']

export const isTraced = (figure: GoalId | IndicatorId): figure is TracedFigure =>
  TRACED_FIGURES.some((each) => each === figure)
