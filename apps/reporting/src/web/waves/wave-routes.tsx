import { createRoute } from '@tanstack/react-router'
import { atGroups, atPeriod, only } from '../at-address.ts'
import { inside } from '../routes/inside-route.ts'
import { openingSearch } from '../wave-opening/opening-step.ts'
import { page } from '../words/page.ts'

// The list of waves, and the parts of one wave. Without a half-year, a part shows the open wave or else the latest.

export const waves = createRoute({
  getParentRoute: () => inside,
  path: '/waves',
  validateSearch: only(atPeriod),
  component: page(() => import('./waves-page.tsx'), 'WavesPage'),
})

export const waveOpening = createRoute({
  getParentRoute: () => inside,
  path: '/waves/open',
  validateSearch: only(openingSearch),
  component: page(() => import('../wave-opening/opening-page.tsx'), 'OpeningPage'),
})

export const waveProgress = createRoute({
  getParentRoute: () => inside,
  path: '/waves/progress',
  validateSearch: only(atPeriod),
  component: page(() => import('../wave-progress/progress-page.tsx'), 'ProgressPage'),
})

export const waveResults = createRoute({
  getParentRoute: () => inside,
  path: '/waves/results',
  validateSearch: only(atGroups),
  component: page(() => import('../wave-results/results-page.tsx'), 'ResultsPage'),
})

export const waveLetters = createRoute({
  getParentRoute: () => inside,
  path: '/waves/letters',
  validateSearch: only(atPeriod),
  component: page(() => import('../wave-letters/letters-page.tsx'), 'LettersPage'),
})

export const methodReport = createRoute({
  getParentRoute: () => inside,
  path: '/waves/method-report',
  validateSearch: only(atPeriod),
  component: page(() => import('../method-report/method-report-page.tsx'), 'MethodReportPage'),
})

export const comments = createRoute({
  getParentRoute: () => inside,
  path: '/waves/comments',
  validateSearch: only(atPeriod),
  component: page(() => import('../comments/comments-page.tsx'), 'CommentsPage'),
})

export const questionnaire = createRoute({
  getParentRoute: () => inside,
  path: '/waves/questionnaire',
  component: page(() => import('../questionnaire/questionnaire-page.tsx'), 'QuestionnairePage'),
})

export const languages = createRoute({
  getParentRoute: () => inside,
  path: '/waves/languages',
  component: page(() => import('../languages/languages-page.tsx'), 'LanguagesPage'),
})
