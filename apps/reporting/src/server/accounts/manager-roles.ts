import type { UserRole } from '@wayproof/accounts/accounts/person'

/** Roles that manage accounts, API keys and technical settings. */
export const MANAGER_ROLES: readonly UserRole[] = ['officer', 'administrator']
