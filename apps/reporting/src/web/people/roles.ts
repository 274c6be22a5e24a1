import type { Person } from '../api.ts'

export type Role = Person['role']

/** The roles in the order in which they are offered. */
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

/** Roles to which two people appoint. */
export const isAppointed = (role: Role): boolean => role === 'officer' || role === 'case-handler'

/** Roles that manage accounts, API keys and technical settings. */
export const isManager = (role: Role): boolean => role === 'officer' || role === 'administrator'

export const roleNamed = (value: string): Role => ROLES.find((each) => each === value) ?? 'executive'
