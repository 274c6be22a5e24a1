import { createRoute } from '@tanstack/react-router'
import { actionSearch } from './actions/action-search.ts'
import { auditSearch } from './audit-log/audit-search.ts'
import { deadlineSearch } from './deadlines/deadline-search.ts'
import { inside } from './inside-route.ts'
import { page } from './words/page.ts'

// The pages of deadlines, actions, meetings, the audit log and runs.

export const deadlines = createRoute({
  getParentRoute: () => inside,
  path: '/deadlines',
  validateSearch: deadlineSearch,
  component: page(() => import('./deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
})

export const actions = createRoute({
  getParentRoute: () => inside,
  path: '/actions',
  validateSearch: actionSearch,
  component: page(() => import('./actions/actions-page.tsx'), 'ActionsPage'),
})

export const meetings = createRoute({
  getParentRoute: () => inside,
  path: '/meetings',
  component: page(() => import('./meetings/meetings-page.tsx'), 'MeetingsPage'),
})

export const meeting = createRoute({
  getParentRoute: () => inside,
  path: '/meetings/$meeting',
  component: page(() => import('./meetings/meeting-page.tsx'), 'MeetingPage'),
})

export const auditLog = createRoute({
  getParentRoute: () => inside,
  path: '/audit-log',
  validateSearch: auditSearch,
  component: page(() => import('./audit-log/audit-log-page.tsx'), 'AuditLogPage'),
})

export const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  component: page(() => import('./runs/runs-page.tsx'), 'RunsPage'),
})
