import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../router.ts'

export type RouterOutputs = inferRouterOutputs<AppRouter>
