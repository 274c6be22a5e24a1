import type { User } from '../api.ts'

/** The pages for every role that reads figures, in menu order. */
export const READ_BY_ALL = [
  'scorecard',
  'deadlines',
  'actions',
  'meetings',
  'measures',
  'waves',
  'closing',
  'samples',
  'rules',
  'policies',
  'registers',
] as const

/** The pages for single roles. */
export const BY_ROLE = [
  'questions',
  'summaries',
  'people',
  'audit-log',
  'runs',
  'requests',
  'whistle-blowing',
  'privacy',
  'settings',
] as const

type RolePage = (typeof BY_ROLE)[number]

/** An administrator sees no figures, comments or cases. */
const ADMINISTRATORS: readonly string[] = ['/people', '/runs', '/settings', '/profile']

export const isForAdministrators = (path: string): boolean =>
  ADMINISTRATORS.some((page) => path === page || path.startsWith(`${page}/`))

export const readPages = (role: User['role']): readonly (typeof READ_BY_ALL)[number][] =>
  role === 'administrator' ? [] : READ_BY_ALL

const OWN: Readonly<Partial<Record<User['role'], readonly RolePage[]>>> = {
  officer: ['questions', 'summaries', 'people', 'audit-log', 'runs', 'requests', 'privacy', 'settings'],
  executive: ['summaries', 'privacy', 'settings'],
  auditor: ['summaries', 'audit-log', 'privacy', 'settings'],
  'customer-service': ['requests', 'summaries', 'privacy', 'settings'],
  'case-handler': ['whistle-blowing', 'privacy', 'settings'],
  administrator: ['people', 'runs', 'settings'],
}

/** The pages below "Program"; roles without an entry only read. */
export const ownPages = (role: User['role']): readonly RolePage[] => OWN[role] ?? ['summaries', 'privacy', 'settings']
