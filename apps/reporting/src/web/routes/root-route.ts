import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { NotFound } from '../components/not-found.tsx'

/** The cache that a route reads before its page is drawn; the server has one for each request. */
interface RouteContext {
  readonly queryClient: QueryClient
}

export const root = createRootRouteWithContext<RouteContext>()({ component: Outlet, notFoundComponent: NotFound })
