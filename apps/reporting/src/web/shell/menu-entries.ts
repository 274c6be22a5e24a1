import type { User } from '../api.ts'

/** The pages that everybody reads, in the menu's order. */
export const READ_BY_ALL = [
  'scorecard',
  'measures',
  'waves',
  'closing',
  'samples',
  'rules',
  'policies',
  'registers',
] as const

/** The pages of those who do something beside reading. */
export const BY_ROLE = ['questions', 'people', 'requests', 'whistle-blowing', 'privacy', 'settings'] as const

type RolePage = (typeof BY_ROLE)[number]

const OWN: Readonly<Partial<Record<User['role'], readonly RolePage[]>>> = {
  officer: ['questions', 'people', 'requests', 'privacy', 'settings'],
  'customer-service': ['requests', 'privacy', 'settings'],
  'case-handler': ['whistle-blowing', 'privacy', 'settings'],
}

/** What stands under "Programme" for a role; others read only. */
export const ownPages = (role: User['role']): readonly RolePage[] => OWN[role] ?? ['privacy', 'settings']
