import type { Approval, ApprovalKind } from '@wayproof/accounts/approvals/approval'
import type { Participant } from '@wayproof/kernel/people/second-person'
import { type ApproverGroup, approversOf, type Colleague } from './approvers.ts'

/** The people who approve each kind of change. */
export const APPROVER_GROUPS: Readonly<Record<ApprovalKind, ApproverGroup>> = {
  'rule-change': 'owners',
  questionnaire: 'officers',
  language: 'officers',
  'closing-date': 'officers',
  appointment: 'officers-or-third',
  'role-loss': 'officers-or-third',
  'second-factor-reset': 'officers-or-third',
  'second-factor-rule': 'officers',
  organization: 'officers',
  'policy-text': 'officers',
  'wave-opening': 'officers',
  'automatic-opening': 'officers',
  'smallest-wave': 'officers',
}

/** Users who may approve a change. A change of the rules names the role that owns its goal, which may not. */
export function approversFor<User extends Colleague>(
  { kind, details }: Pick<Approval, 'kind' | 'details'>,
  participants: readonly Participant[],
  users: readonly User[],
): readonly User[] {
  const { ownedBy } = details as { readonly ownedBy?: string }
  return approversOf(APPROVER_GROUPS[kind], participants, users).filter(
    ({ role }) => kind !== 'rule-change' || role !== ownedBy,
  )
}
