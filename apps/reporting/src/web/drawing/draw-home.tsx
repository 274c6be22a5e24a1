import { type Query, QueryClient, type QueryKey } from '@tanstack/react-query'
import { createMemoryHistory, createRoute, createRouter } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import type { DrawHome, HomeParts, HomeRequest } from '../../server/http/drawn-home.ts'
import { trpc } from '../api.ts'
import { chosenLocale, firstLanguage } from '../language.tsx'
import { home } from '../routes/home-route.ts'
import { inside } from '../routes/inside-route.ts'
import { root } from '../routes/root-route.ts'
import { parseSearch, stringifySearch } from '../search-address.ts'
import { Dashboard, Styled } from './dashboard.tsx'
import { answersElement } from './drawn-page.ts'

/** Drawing finds out what to ask for; a home of which nothing is remembered needs three rounds, and more would be a circle. */
const MAX_ROUNDS = 5

// Links lead to all pages, but the server draws the home alone.
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$' })
const routeTree = root.addChildren([inside.addChildren([home, elsewhere])])

const FIRST_QUESTIONS: readonly QueryKey[] = [trpc.session.me.queryKey(), trpc.scorecard.periods.queryKey()]

/** The questions of the last drawing by role and address, which the next one asks at once, so that it draws once. */
const questionsBefore = new Map<string, readonly QueryKey[]>()
const MOST_REMEMBERED = 100

const isAsked = (options: Query['options']) => !('enabled' in options) || options.enabled !== false

/** Components ask with options; a question of before has none until one asks for it again. */
function remember(place: string, queries: readonly Query[]): void {
  if (questionsBefore.size >= MOST_REMEMBERED) questionsBefore.clear()
  questionsBefore.set(
    place,
    queries.filter(({ options }) => 'queryFn' in options && isAsked(options)).map(({ queryKey }) => queryKey),
  )
}

/** The procedure and the input behind a key of tRPC. */
function questionOf({ queryKey }: Query): { readonly path: string; readonly input: unknown } {
  const [names, options] = queryKey as [readonly string[], { readonly input?: unknown }?]
  return { path: names.join('.'), input: options?.input }
}

/** Draws the home with the same components as the browser, and asks for what they ask for. */
export const drawHome: DrawHome = (request) => {
  const locale = chosenLocale(request.choices) ?? request.locale
  const styles = renderToString(<Styled styleNonce={() => request.nonce}>{null}</Styled>)
  return { locale, styles, draw: () => drawParts({ ...request, locale }) }
}

/** The styles of the theme, which stand in the head of the page: in its body HTML allows none. */
const THEME_STYLES = /<style data-mantine-styles[^>]*>.*?<\/style>/gs
/** The opening of a control that can still be pressed. */
const ENABLED_CONTROL = /<(button|input|select|textarea)(?=[\s>])(?![^>]*\sdisabled)/g

async function drawParts({ address, role, locale, choices, nonce, ask }: HomeRequest): Promise<HomeParts> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const failed = new Set<string>()
  const answer = async (query: Query) => {
    const { path, input } = questionOf(query)
    await ask(path, input).then(
      (value) => queryClient.setQueryData(query.queryKey, value),
      () => failed.add(query.queryHash),
    )
  }
  const open = () =>
    queryClient
      .getQueryCache()
      .getAll()
      .filter(({ state, queryHash, options }) => state.data === undefined && isAsked(options) && !failed.has(queryHash))
  const place = `${role} ${address}`
  for (const queryKey of [...FIRST_QUESTIONS, ...(questionsBefore.get(place) ?? [])])
    queryClient.getQueryCache().build(queryClient, { queryKey })
  await Promise.all(open().map(answer))
  const history = createMemoryHistory({ initialEntries: [address] })
  const router = createRouter({ routeTree, history, context: { queryClient }, parseSearch, stringifySearch })
  await router.load()
  const language = await firstLanguage(choices, locale)
  const draw = () =>
    renderToString(<Dashboard {...{ language, choices, queryClient, router }} styleNonce={() => nonce} />)
  let html = draw()
  for (let round = 1, questions = open(); questions.length > 0 && round < MAX_ROUNDS; round += 1, questions = open()) {
    await Promise.all(questions.map(answer))
    html = draw()
  }
  remember(place, queryClient.getQueryCache().getAll())
  const answers = queryClient
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.data !== undefined)
    .map(({ queryKey, state }) => [queryKey, state.data] as const)
  queryClient.clear()
  // Links lead on at once; buttons work when the browser has taken over.
  const page = html.replaceAll(THEME_STYLES, '').replaceAll(ENABLED_CONTROL, '<$1 disabled=""')
  return { html: page, answers: answersElement(answers) }
}
