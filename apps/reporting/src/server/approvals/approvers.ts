import { ownerOf, type UserRole } from '@wayproof/accounts/accounts/person'
import { type ActingPerson, type Participant, secondPersonFault } from '@wayproof/kernel/people/second-person'

/** Roles that approve if there is no second officer: they read, but maintain no register. */
export const THIRD_ROLES: readonly UserRole[] = ['executive', 'auditor']

/** Officers; officers or, without a second one, executives and auditors; or everyone who owns a goal. */
export type ApproverGroup = 'officers' | 'officers-or-third' | 'owners'

export interface Colleague extends ActingPerson {
  readonly role: UserRole
}

const OFFICES: readonly UserRole[] = ['officer', 'case-handler']

/**
 * Users of a group who may approve: their own appointment is confirmed, and they took no part in the matter under any of
 * their accounts. Third persons have no mailbox of an officer or case handler.
 */
export function approversOf<User extends Colleague>(
  group: ApproverGroup,
  participants: readonly Participant[],
  users: readonly User[],
): readonly User[] {
  const others = users.filter((user) => secondPersonFault(user, participants) === null)
  if (group === 'owners') return others.filter(({ role }) => ownerOf(role) !== null)
  const officers = others.filter(({ role }) => role === 'officer')
  if (group === 'officers' || officers.length > 0) return officers
  const inOffice = users.filter(({ role }) => OFFICES.includes(role))
  return others.filter((user) => THIRD_ROLES.includes(user.role) && secondPersonFault(user, inOffice) === null)
}
