import type { GoalId } from '../goals/goal.ts'
import type { IndicatorId } from '../measures/indicator.ts'

/**
 * Goals and indicators that open to rows of the registers. Satisfaction, the other figures of the survey and those of
 * customers' requests do not: behind each of their rows stands a person who was promised not to be looked at.
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

/** Figures whose rows are members of staff. */
export const STAFF_FIGURES: readonly TracedFigure[] = ['staff-training', 'first-attempt']

export const isTraced = (figure: GoalId | IndicatorId): figure is TracedFigure =>
  TRACED_FIGURES.some((each) => each === figure)
