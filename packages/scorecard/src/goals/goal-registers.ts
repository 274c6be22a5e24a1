import type { GoalId } from './goal.ts'

/** Register ids behind each goal. Satisfaction is counted from answers. */
export const GOAL_REGISTERS: Readonly<Record<GoalId, readonly string[]>> = {
  'policy-publication': ['policy-versions', 'policy-surfaces', 'policy-checks', 'bookings'],
  'staff-training': ['staff-roles', 'staff-leave', 'training-completions', 'exam-attempts', 'training-sessions'],
  'incident-reduction': ['incidents', 'security-assessments', 'bookings'],
  'customer-satisfaction': [],
  'partner-audit': ['partners', 'partner-audits'],
}
