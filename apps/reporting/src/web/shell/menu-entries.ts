import { GOALS } from '@wayproof/scorecard/goals/goal'
import type { User } from '../api.ts'

/** The pages for every role that reads figures. */
export const READ_BY_ALL = [
  'home',
  'scorecard',
  'waves',
  'registers',
  'policies',
  'measures',
  'samples',
  'deadlines',
  'actions',
  'meetings',
  'closing',
  'rules',
  'approvals',
] as const

/** The pages for single roles. */
export const BY_ROLE = [
  'questions',
  'summaries',
  'requests',
  'whistle-blowing',
  'people',
  'audit-log',
  'runs',
  'privacy',
  'settings',
] as const

export type MenuPage = (typeof READ_BY_ALL)[number] | (typeof BY_ROLE)[number]

/** The address of a page. */
export const addressOf = <P extends MenuPage>(page: P) =>
  (page === 'home' ? '/' : `/${page}`) as P extends 'home' ? '/' : `/${Exclude<P, 'home'>}`

type RolePage = (typeof BY_ROLE)[number]

/** An administrator sees no figures, comments or cases. */
const ADMINISTRATORS: readonly string[] = ['/people', '/approvals', '/runs', '/settings', '/profile']

export const isForAdministrators = (path: string): boolean =>
  ADMINISTRATORS.some((page) => path === page || path.startsWith(`${page}/`))

const OWN: Readonly<Partial<Record<User['role'], readonly RolePage[]>>> = {
  officer: ['questions', 'summaries', 'people', 'audit-log', 'runs', 'requests', 'privacy', 'settings'],
  executive: ['summaries', 'privacy', 'settings'],
  auditor: ['summaries', 'audit-log', 'privacy', 'settings'],
  'customer-service': ['requests', 'summaries', 'privacy', 'settings'],
  'case-handler': ['whistle-blowing', 'privacy', 'settings'],
  administrator: ['people', 'runs', 'settings'],
}

/** The pages of single roles that this one may open; roles without an entry only read. */
const ownPages = (role: User['role']): readonly RolePage[] => OWN[role] ?? ['summaries', 'privacy', 'settings']

/** The pages that a role may open. */
export const pagesOf = (role: User['role']): readonly MenuPage[] =>
  role === 'administrator' ? ['approvals', ...ownPages(role)] : [...READ_BY_ALL, ...ownPages(role)]

/** The menu's groups, in order. */
const GROUPS = {
  overview: ['home', 'scorecard'],
  evidence: ['waves', 'registers', 'policies', 'measures', 'samples'],
  cycle: ['deadlines', 'approvals', 'actions', 'meetings', 'closing', 'summaries'],
  programme: [
    'questions',
    'requests',
    'whistle-blowing',
    'rules',
    'people',
    'audit-log',
    'runs',
    'privacy',
    'settings',
  ],
} as const satisfies Readonly<Record<string, readonly MenuPage[]>>

export type MenuGroup = keyof typeof GROUPS

/** The groups of a menu that shows `pages`, without empty ones. */
export function menuGroups(pages: readonly MenuPage[]): readonly (readonly [MenuGroup, readonly MenuPage[]])[] {
  const groups = Object.entries(GROUPS) as [MenuGroup, readonly MenuPage[]][]
  return groups
    .map(([group, members]) => [group, members.filter((page) => pages.includes(page))] as const)
    .filter(([, members]) => members.length > 0)
}

/** Pages below a page of the menu whose address begins otherwise. */
const BELOW: Readonly<Record<string, MenuPage>> = { goal: 'scorecard', rows: 'measures' }

/** The page of the menu that an address belongs to; null for the pages that the menu does not list. */
export function menuPageOf(path: string): MenuPage | null {
  const [, segment = '', name = ''] = path.split('/')
  if (path === '/') return 'home'
  if (segment === 'rows' && GOALS.some((goal) => goal === name)) return 'scorecard'
  return [...READ_BY_ALL, ...BY_ROLE].find((page) => page === (BELOW[segment] ?? segment)) ?? null
}
