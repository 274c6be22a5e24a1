import { createRoute, redirect } from '@tanstack/react-router'
import { actionSearch } from '../actions/action-search.ts'
import { only } from '../at-address.ts'
import { auditSearch } from '../audit-log/audit-search.ts'
import { deadlineSearch } from '../deadlines/deadline-search.ts'
import { SETTINGS_SECTIONS, type SettingsSection } from '../settings/settings-sections.ts'
import { page } from '../words/page.ts'
import { inside } from './inside-route.ts'

// The pages on which the program is run: deadlines, actions, meetings, runs, rules, people, privacy and settings.

export const deadlines = createRoute({
  getParentRoute: () => inside,
  path: '/deadlines',
  validateSearch: only(deadlineSearch),
  component: page(() => import('../deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
})

export const approvals = createRoute({
  getParentRoute: () => inside,
  path: '/approvals',
  component: page(() => import('../approvals/approvals-page.tsx'), 'ApprovalsPage'),
})

export const actions = createRoute({
  getParentRoute: () => inside,
  path: '/actions',
  validateSearch: only(actionSearch),
  component: page(() => import('../actions/actions-page.tsx'), 'ActionsPage'),
})

export const meetings = createRoute({
  getParentRoute: () => inside,
  path: '/meetings',
  component: page(() => import('../meetings/meetings-page.tsx'), 'MeetingsPage'),
})

export const meeting = createRoute({
  getParentRoute: () => inside,
  path: '/meetings/$meeting',
  component: page(() => import('../meetings/meeting-page.tsx'), 'MeetingPage'),
})

export const auditLog = createRoute({
  getParentRoute: () => inside,
  path: '/audit-log',
  validateSearch: only(auditSearch),
  component: page(() => import('../audit-log/audit-log-page.tsx'), 'AuditLogPage'),
})

export const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  component: page(() => import('../runs/runs-page.tsx'), 'RunsPage'),
})

export const rules = createRoute({
  getParentRoute: () => inside,
  path: '/rules',
  component: page(() => import('../rules/rules-page.tsx'), 'RulesPage'),
})

export const proposeRule = createRoute({
  getParentRoute: () => inside,
  path: '/rules/propose',
  component: page(() => import('../rules/propose-pages.tsx'), 'ProposeRulePage'),
})

export const excludeRow = createRoute({
  getParentRoute: () => inside,
  path: '/rules/exclude',
  component: page(() => import('../rules/propose-pages.tsx'), 'ExcludeRowPage'),
})

export const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: page(() => import('../people/people-page.tsx'), 'PeoplePage'),
})

export const invite = createRoute({
  getParentRoute: () => inside,
  path: '/people/invite',
  component: page(() => import('../invite/invite-page.tsx'), 'InvitePage'),
})

export const accountLog = createRoute({
  getParentRoute: () => inside,
  path: '/people/log',
  component: page(() => import('../account-log/account-log-page.tsx'), 'AccountLogPage'),
})

export const privacy = createRoute({
  getParentRoute: () => inside,
  path: '/privacy',
  component: page(() => import('../privacy/privacy-page.tsx'), 'PrivacyPage'),
})

export const erase = createRoute({
  getParentRoute: () => inside,
  path: '/privacy/erase',
  component: page(() => import('../privacy/erase-pages.tsx'), 'ErasePage'),
})

export const stopEmails = createRoute({
  getParentRoute: () => inside,
  path: '/privacy/stop-emails',
  component: page(() => import('../privacy/erase-pages.tsx'), 'SuppressPage'),
})

export const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: page(() => import('../profile/profile-page.tsx'), 'ProfilePage'),
})

const settingsPage = page(() => import('../settings/settings-page.tsx'), 'SettingsPage')

export const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: settingsPage,
})

export const settingsSection = createRoute({
  getParentRoute: () => inside,
  path: '/settings/$section',
  params: {
    parse: ({ section }) => ({ section: nameOrRedirect(SETTINGS_SECTIONS, section, '/settings') }),
    stringify: ({ section }: { section: SettingsSection }) => ({ section }),
  },
  component: settingsPage,
})

/** Returns the entry of `names` that equals `name`; any other name redirects to `fallback`. */
export function nameOrRedirect<T extends string>(
  names: readonly T[],
  name: string,
  fallback: '/scorecard' | '/registers' | '/settings',
): T {
  const match = names.find((candidate) => candidate === name)
  if (match) return match
  throw redirect({ to: fallback })
}
