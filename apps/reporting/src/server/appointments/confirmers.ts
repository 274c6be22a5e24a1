import { type ActingPerson, type Hand, secondPersonFault } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'

/** Roles that confirm where there is no second officer: they read, and keep no register. */
export const THIRD_ROLES: readonly UserRole[] = ['executive', 'auditor']

export interface Colleague extends ActingPerson {
  readonly role: UserRole
}

const OFFICES: readonly UserRole[] = ['officer', 'case-handler']

/**
 * Users who may confirm an appointment: another officer whose own appointment is confirmed. Where there is none,
 * an executive or auditor whose mailbox is no officer's or case handler's. `hands` are who appointed and who is appointed.
 */
export function confirmersOf(hands: readonly Hand[], users: readonly Colleague[]): readonly Colleague[] {
  const able = users.filter((user) => secondPersonFault(user, hands) === null)
  const officers = able.filter(({ role }) => role === 'officer')
  if (officers.length > 0) return officers
  const inOffice = users.filter(({ role }) => OFFICES.includes(role))
  return able.filter((user) => THIRD_ROLES.includes(user.role) && secondPersonFault(user, inOffice) === null)
}
