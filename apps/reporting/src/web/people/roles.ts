import type { Person } from '../api.ts'

export type Role = Person['role']

/** The roles, in the order of the form. */
export const ROLES: readonly Role[] = [
  'executive',
  'officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
  'case-handler',
  'auditor',
  'administrator',
]

/** Says whether two people must appoint to this role. */
export const isAppointed = (role: Role): boolean => role === 'officer' || role === 'case-handler'

/** Says whether this role manages accounts, API keys and technical settings. */
export const isManager = (role: Role): boolean => role === 'officer' || role === 'administrator'

export const roleNamed = (value: string): Role => ROLES.find((role) => role === value) ?? 'executive'
