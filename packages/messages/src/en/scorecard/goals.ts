import type { Owner } from '@wayproof/accounts/accounts/person'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Status, VerdictResult } from '@wayproof/scorecard/verdict'

const names: Record<GoalId, string> = {
  'policy-publication': 'Policy publication',
  'staff-training': 'Staff training',
  'incident-reduction': 'Incident reduction',
  'customer-satisfaction': 'Customer satisfaction',
  'partner-audit': 'Partner audit',
}

const owners: Record<Owner, string> = {
  'privacy-officer': 'Privacy officer',
  'human-resources': 'Human resources',
  'it-security': 'IT security',
  'customer-service': 'Customer service',
  procurement: 'Procurement',
}

const words: Record<VerdictResult, string> = { met: 'met', missed: 'missed', unknown: 'unknown' }

const statuses: Record<Status, string> = {
  green: 'on target',
  amber: 'within tolerance',
  red: 'off target',
  'too-early': 'too early',
  'no-data': 'no data',
  suppressed: 'hidden: too few people',
}

const paces: Partial<Record<Status, string>> = { green: 'on pace', amber: 'behind', red: 'far behind' }

/** The status of a goal; its pace while it runs. */
const status = (of: Status, isRunning: boolean): string => (isRunning ? paces[of] : undefined) ?? statuses[of]

export const goals = { names, owners, words, statuses, status }
