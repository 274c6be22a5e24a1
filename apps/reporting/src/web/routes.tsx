import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { isId } from '@wayproof/kernel'
import { GOALS, type GoalId } from '@wayproof/scorecard/goal'
import { MARGINS, type Margin } from '@wayproof/scorecard/margin'
import { TRACED_FIGURES, type TracedFigure } from '@wayproof/scorecard/traced-figure'
import { queryClient, trpc } from './api.ts'
import { rowsSearch } from './rows/rows-search.ts'
import { type AtRows, atRows } from './samples/at-rows.ts'
import { ScorecardPage } from './scorecard/scorecard-page.tsx'
import { Shell } from './shell/shell.tsx'
import { FaultPanel } from './surface/fault-panel.tsx'
import { Loading } from './surface/loading.tsx'
import { NotFound } from './surface/not-found.tsx'

interface AtPeriod {
  readonly period?: string
}

/** A period as it stands in the address; anything else is as good as none. */
function atPeriod(search: Record<string, unknown>): AtPeriod {
  const period = String(search.period ?? '')
  return /^\d{4}(-H[12])?$/.test(period) ? { period } : {}
}

/** How a goal's groups are cut; what is none of ours is left out. */
interface AtGoal extends AtPeriod {
  readonly item?: string
  readonly by?: Margin
  readonly and?: Margin
}

function atGoal(search: Record<string, unknown>): AtGoal {
  const by = MARGINS.find((margin) => margin === search.by)
  const and = by && MARGINS.find((margin) => margin === search.and && margin !== by)
  const item = typeof search.item === 'string' && /^[\w-]{1,64}$/.test(search.item) ? search.item : null
  return { ...atPeriod(search), ...(item ? { item } : {}), ...(by ? { by } : {}), ...(and ? { and } : {}) }
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    // Only a path of this site: an address elsewhere would send the person away after signing in.
    const next = typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : null
    return next ? { next } : {}
  },
  component: lazyRouteComponent(() => import('./access/sign-in-page.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./access/invitation-page.tsx'), 'InvitationPage'),
})

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(trpc.session.me.queryOptions())
    if (!me.user) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (!me.organisation && me.user.role === 'officer' && location.pathname !== '/settings')
      throw redirect({ to: '/settings' })
  },
  component: Shell,
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/scorecard' })
  },
})

const scorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecard',
  validateSearch: atPeriod,
  component: ScorecardPage,
})

const goal = createRoute({
  getParentRoute: () => inside,
  path: '/goal/$goal',
  validateSearch: atGoal,
  params: {
    parse: ({ goal }) => {
      const id = GOALS.find((each) => each === goal)
      if (!id) throw redirect({ to: '/scorecard' })
      return { goal: id }
    },
    stringify: ({ goal }: { goal: GoalId }) => ({ goal }),
  },
  component: lazyRouteComponent(() => import('./goal/goal-page.tsx'), 'GoalPage'),
})

const waves = createRoute({
  getParentRoute: () => inside,
  path: '/waves',
  validateSearch: atPeriod,
  component: lazyRouteComponent(() => import('./waves/waves-page.tsx'), 'WavesPage'),
})

/** Of which wave; an address without one is answered that there is no such wave. */
const ofWave = (search: Record<string, unknown>): { period: string } => ({ period: atPeriod(search).period ?? '' })

const dossier = createRoute({
  getParentRoute: () => inside,
  path: '/waves/dossier',
  validateSearch: ofWave,
  component: lazyRouteComponent(() => import('./dossier/dossier-page.tsx'), 'DossierPage'),
})

const comments = createRoute({
  getParentRoute: () => inside,
  path: '/waves/comments',
  validateSearch: ofWave,
  component: lazyRouteComponent(() => import('./comments/comments-page.tsx'), 'CommentsPage'),
})

const closing = createRoute({
  getParentRoute: () => inside,
  path: '/closing',
  validateSearch: atPeriod,
  component: lazyRouteComponent(() => import('./closing/closing-page.tsx'), 'ClosingPage'),
})

const registers = createRoute({
  getParentRoute: () => inside,
  path: '/registers',
  component: lazyRouteComponent(() => import('./registers/registers-page.tsx'), 'RegistersPage'),
})

const register = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$register',
  validateSearch: rowsSearch,
  params: {
    parse: ({ register }) => {
      const id = REGISTER_IDS.find((each) => each === register)
      if (!id) throw redirect({ to: '/registers' })
      return { register: id }
    },
    stringify: ({ register }: { register: RegisterId }) => ({ register }),
  },
  component: lazyRouteComponent(() => import('./rows/rows-page.tsx'), 'RowsPage'),
})

const measures = createRoute({
  getParentRoute: () => inside,
  path: '/measures',
  validateSearch: atPeriod,
  component: lazyRouteComponent(() => import('./measures/measures-page.tsx'), 'MeasuresPage'),
})

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  validateSearch: ({ surface, language }: Record<string, unknown>): { surface?: string; language?: string } =>
    surface === undefined || language === undefined ? {} : { surface: `${surface}`, language: `${language}` },
  component: lazyRouteComponent(() => import('./policies/policies-page.tsx'), 'PoliciesPage'),
})

const rules = createRoute({
  getParentRoute: () => inside,
  path: '/rules',
  component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
})

const samples = createRoute({
  getParentRoute: () => inside,
  path: '/samples',
  validateSearch: atPeriod,
  component: lazyRouteComponent(() => import('./samples/samples-page.tsx'), 'SamplesPage'),
})

const sample = createRoute({
  getParentRoute: () => inside,
  path: '/samples/$sample',
  component: lazyRouteComponent(() => import('./samples/sheet-page.tsx'), 'SheetPage'),
})

const figureRows = createRoute({
  getParentRoute: () => inside,
  path: '/rows/$figure',
  validateSearch: (search: Record<string, unknown>): AtPeriod & AtRows => ({ ...atPeriod(search), ...atRows(search) }),
  params: {
    parse: ({ figure }) => {
      const id = TRACED_FIGURES.find((each) => each === figure)
      if (!id) throw redirect({ to: '/scorecard' })
      return { figure: id }
    },
    stringify: ({ figure }: { figure: TracedFigure }) => ({ figure }),
  },
  component: lazyRouteComponent(() => import('./samples/figure-page.tsx'), 'FigurePage'),
})

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})

const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  validateSearch: ({ case: id }: Record<string, unknown>): { case?: string } =>
    typeof id === 'string' && isId(id) ? { case: id } : {},
  component: lazyRouteComponent(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
})

const privacy = createRoute({
  getParentRoute: () => inside,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./privacy/privacy-page.tsx'), 'PrivacyPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invitation,
    inside.addChildren([
      home,
      scorecard,
      goal,
      waves,
      dossier,
      comments,
      closing,
      measures,
      rules,
      samples,
      sample,
      figureRows,
      policies,
      registers,
      register,
      people,
      requests,
      privacy,
      settings,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <Loading heights={[56, 480]} />,
  defaultErrorComponent: ({ error, reset }) => <FaultPanel error={error} onAgain={reset} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
