import type { Owner } from '@wayproof/accounts/accounts/person'
import type { GoalId } from '../goals/goal.ts'

/** The seven measures of the policy paper, in its order. */
export const MEASURES = [
  'policy',
  'minimal-collection',
  'technical-security',
  'training',
  'customer-rights',
  'third-party-risk',
  'transparency',
] as const

export type MeasureId = (typeof MEASURES)[number]

interface Measure {
  readonly owner: Owner
  /** Goals of the measure; measures without goals have indicators only. */
  readonly goals: readonly GoalId[]
}

export const MEASURE: Readonly<Record<MeasureId, Measure>> = {
  policy: { owner: 'privacy-officer', goals: ['policy-publication'] },
  'minimal-collection': { owner: 'privacy-officer', goals: [] },
  'technical-security': { owner: 'it-security', goals: ['incident-reduction'] },
  training: { owner: 'human-resources', goals: ['staff-training'] },
  'customer-rights': { owner: 'customer-service', goals: ['customer-satisfaction'] },
  'third-party-risk': { owner: 'procurement', goals: ['partner-audit'] },
  transparency: { owner: 'privacy-officer', goals: [] },
}
