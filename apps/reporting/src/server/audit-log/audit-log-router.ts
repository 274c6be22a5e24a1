import { z } from 'zod'
import { router, verifierProcedure } from '../trpc/trpc.ts'
import { auditFilters, filtersOf } from './audit-query.ts'

const ON_PAGE = 50

const search = auditFilters.extend({ page: z.int().min(0).max(100_000) })

/** Acts and their actors, for officers and auditors. */
export const auditLogRouter = router({
  /** A page of the entries that match, newest first. */
  list: verifierProcedure.input(search).query(async ({ ctx, input: { page, ...filters } }) => {
    const query = { ...filtersOf(filters, ctx.user.role), offset: page * ON_PAGE, limit: ON_PAGE }
    const { entries, total } = await ctx.store.auditLog.search(query)
    return { entries, total, pages: Math.max(1, Math.ceil(total / ON_PAGE)) }
  }),

  /** Users who acted, for the filter. */
  actors: verifierProcedure.query(({ ctx }) => ctx.store.auditLog.actors()),

  /** The length of the chain and the result of its last verification. */
  state: verifierProcedure.query(({ ctx }) => ctx.store.auditLog.state()),

  verify: verifierProcedure.mutation(async ({ ctx }) => {
    await ctx.store.auditLog.verify(ctx.clock.now())
    return null
  }),
})
