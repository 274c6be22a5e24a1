import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { NotFound } from './components/not-found.tsx'

/** What a route may use before its page is drawn; the server draws each reader's page with a cache of its own. */
interface RouteContext {
  readonly queryClient: QueryClient
}

export const root = createRootRouteWithContext<RouteContext>()({ component: Outlet, notFoundComponent: NotFound })
