import type { UserRole } from '@wayproof/store'

/** Roles that manage accounts, API keys and technical settings. */
export const MANAGER_ROLES: readonly UserRole[] = ['officer', 'administrator']
