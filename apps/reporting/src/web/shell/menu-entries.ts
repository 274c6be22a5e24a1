import type { User } from '../api.ts'

/** The pages that everybody who reads figures reads, in the menu's order. */
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
export const BY_ROLE = [
  'questions',
  'summaries',
  'people',
  'requests',
  'whistle-blowing',
  'privacy',
  'settings',
] as const

type RolePage = (typeof BY_ROLE)[number]

/** The addresses an administrator opens: no figures, comments or cases. */
export const ADMINISTRATORS: readonly string[] = ['/people', '/settings', '/profile']

/** The pages with figures that this role reads. */
export const readPages = (role: User['role']): readonly (typeof READ_BY_ALL)[number][] =>
  role === 'administrator' ? [] : READ_BY_ALL

const OWN: Readonly<Partial<Record<User['role'], readonly RolePage[]>>> = {
  officer: ['questions', 'summaries', 'people', 'requests', 'privacy', 'settings'],
  executive: ['summaries', 'privacy', 'settings'],
  auditor: ['summaries', 'privacy', 'settings'],
  'customer-service': ['requests', 'summaries', 'privacy', 'settings'],
  'case-handler': ['whistle-blowing', 'privacy', 'settings'],
  administrator: ['people', 'settings'],
}

/** What stands under "Programme" for a role; others read only. */
export const ownPages = (role: User['role']): readonly RolePage[] => OWN[role] ?? ['summaries', 'privacy', 'settings']
