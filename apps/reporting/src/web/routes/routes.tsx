import { createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { isId } from '@wayproof/kernel/id'
import { GOALS, type GoalId } from '@wayproof/scorecard/goals/goal'
import { TRACED_FIGURES, type TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import { queryClient, type Register } from '../api.ts'
import { type AtPeriod, atEdition, atGoal, atPeriod, atSurface, only } from '../at-address.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { rowsSearch } from '../row-list/rows-search.ts'
import { parseSearch, stringifySearch } from '../search-address.ts'
import {
  comments,
  languages,
  methodReport,
  questionnaire,
  waveLetters,
  waveOpening,
  waveProgress,
  waveResults,
  waves,
} from '../waves/wave-routes.tsx'
import { page } from '../words/page.ts'
import { routesBeforeSignIn } from './access-routes.tsx'
import { home } from './home-route.ts'
import { inside } from './inside-route.ts'
import {
  accountLog,
  actions,
  approvals,
  auditLog,
  deadlines,
  erase,
  excludeRow,
  invite,
  meeting,
  meetings,
  nameOrRedirect,
  people,
  privacy,
  profile,
  proposeRule,
  rules,
  runs,
  settings,
  settingsSection,
  stopEmails,
} from './oversight-routes.tsx'
import { root } from './root-route.ts'

function RouteFault({ error, reset }: ErrorComponentProps) {
  return <FaultPanel error={error} onAgain={reset} />
}

const IMPORTED: readonly Register['id'][] = ['travelers', ...REGISTER_IDS]

const scorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecard',
  validateSearch: only(atPeriod),
  component: page(() => import('../scorecard/scorecard-page.tsx'), 'ScorecardPage'),
})

const goal = createRoute({
  getParentRoute: () => inside,
  path: '/goal/$goal',
  validateSearch: only(atGoal),
  params: {
    parse: ({ goal }) => ({ goal: nameOrRedirect(GOALS, goal, '/scorecard') }),
    stringify: ({ goal }: { goal: GoalId }) => ({ goal }),
  },
  component: page(() => import('../goal/goal-page.tsx'), 'GoalPage'),
})

const closing = createRoute({
  getParentRoute: () => inside,
  path: '/closing',
  validateSearch: only(atPeriod),
  component: page(() => import('../closing/closing-page.tsx'), 'ClosingPage'),
})

const registers = createRoute({
  getParentRoute: () => inside,
  path: '/registers',
  component: page(() => import('../registers/registers-page.tsx'), 'RegistersPage'),
})

const register = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$register',
  validateSearch: only(rowsSearch),
  params: {
    parse: ({ register }) => ({ register: nameOrRedirect(REGISTER_IDS, register, '/registers') }),
    stringify: ({ register }: { register: RegisterId }) => ({ register }),
  },
  component: page(() => import('../rows/rows-page.tsx'), 'RowsPage'),
})

const travelers = createRoute({
  getParentRoute: () => inside,
  path: '/registers/travelers',
  component: page(() => import('../import/travelers-page.tsx'), 'TravelersPage'),
})

const importRoute = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$register/import',
  params: {
    parse: ({ register }) => ({ register: nameOrRedirect(IMPORTED, register, '/registers') }),
    stringify: ({ register }: { register: Register['id'] }) => ({ register }),
  },
  component: page(() => import('../import/import-page.tsx'), 'ImportPage'),
})

const measures = createRoute({
  getParentRoute: () => inside,
  path: '/measures',
  validateSearch: only(atPeriod),
  component: page(() => import('../measures/measures-page.tsx'), 'MeasuresPage'),
})

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  validateSearch: only(atSurface),
  component: page(() => import('../policies/policies-page.tsx'), 'PoliciesPage'),
})

const samples = createRoute({
  getParentRoute: () => inside,
  path: '/samples',
  validateSearch: only(atPeriod),
  component: page(() => import('../samples/samples-page.tsx'), 'SamplesPage'),
})

const sample = createRoute({
  getParentRoute: () => inside,
  path: '/samples/$sample',
  component: page(() => import('../samples/sheet-page.tsx'), 'SheetPage'),
})

const figureRows = createRoute({
  getParentRoute: () => inside,
  path: '/rows/$figure',
  validateSearch: only((search): AtPeriod & AtRows => ({ ...atPeriod(search), ...atRows(search) })),
  params: {
    parse: ({ figure }) => ({ figure: nameOrRedirect(TRACED_FIGURES, figure, '/scorecard') }),
    stringify: ({ figure }: { figure: TracedFigure }) => ({ figure }),
  },
  component: page(() => import('../samples/figure-page.tsx'), 'FigurePage'),
})

const summaries = createRoute({
  getParentRoute: () => inside,
  path: '/summaries',
  validateSearch: only(atEdition),
  component: page(() => import('../summaries/summaries-page.tsx'), 'SummariesPage'),
})

const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  validateSearch: only(({ case: id, record }): { case?: string; record?: true } =>
    typeof id === 'string' && isId(id) ? { case: id } : record === 'true' || record === true ? { record: true } : {},
  ),
  component: page(() => import('../requests/requests-page.tsx'), 'RequestsPage'),
})

const whistleBlowing = createRoute({
  getParentRoute: () => inside,
  path: '/whistle-blowing',
  validateSearch: only(({ report }): { report?: string } =>
    typeof report === 'string' && isId(report) ? { report } : {},
  ),
  component: page(() => import('../whistle-blowing/reports-page.tsx'), 'ReportsPage'),
})

const questions = createRoute({
  getParentRoute: () => inside,
  path: '/questions',
  component: page(() => import('../questions/questions-page.tsx'), 'QuestionsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    ...routesBeforeSignIn,
    inside.addChildren([
      home,
      scorecard,
      approvals,
      deadlines,
      actions,
      meetings,
      meeting,
      goal,
      waves,
      waveOpening,
      waveProgress,
      waveResults,
      waveLetters,
      methodReport,
      languages,
      questionnaire,
      comments,
      closing,
      measures,
      rules,
      proposeRule,
      excludeRow,
      samples,
      sample,
      figureRows,
      summaries,
      policies,
      registers,
      travelers,
      register,
      importRoute,
      people,
      invite,
      accountLog,
      auditLog,
      runs,
      requests,
      whistleBlowing,
      privacy,
      erase,
      stopEmails,
      questions,
      settings,
      settingsSection,
      profile,
    ]),
  ]),
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <Loading heights={[56, 480]} />,
  defaultErrorComponent: RouteFault,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const ROW_FILTERS = ['all', 'counted', 'rest'] as const

/** Selects rows of a figure; invalid parameters of the address are ignored. */
export interface AtRows {
  readonly show?: (typeof ROW_FILTERS)[number]
  readonly page?: number
}

function atRows(search: Record<string, unknown>): AtRows {
  const show = ROW_FILTERS.find((filter) => filter === search.show)
  const page = Number(search.page)
  return {
    ...(show ? { show } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 20_000 ? { page } : {}),
  }
}
