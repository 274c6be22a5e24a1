import { type ActingPerson, type Participant, secondPersonFault } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'

/** Roles that confirm if there is no second officer: they read, but maintain no register. */
export const THIRD_ROLES: readonly UserRole[] = ['executive', 'auditor']

export interface Colleague extends ActingPerson {
  readonly role: UserRole
}

const OFFICES: readonly UserRole[] = ['officer', 'case-handler']

/**
 * Users who may confirm an appointment: officers whose own appointment is confirmed.
 * If there is no other officer: executives and auditors whose mailbox is no officer's or case handler's.
 * `actors`: the person who appointed and the person appointed.
 */
export function confirmersOf(actors: readonly Participant[], users: readonly Colleague[]): readonly Colleague[] {
  const confirmers = users.filter((user) => secondPersonFault(user, actors) === null)
  const officers = confirmers.filter(({ role }) => role === 'officer')
  if (officers.length > 0) return officers
  const inOffice = users.filter(({ role }) => OFFICES.includes(role))
  return confirmers.filter((user) => THIRD_ROLES.includes(user.role) && secondPersonFault(user, inOffice) === null)
}
