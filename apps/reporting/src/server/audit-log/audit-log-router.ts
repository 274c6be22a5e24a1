import { z } from 'zod'
import { router, verifierProcedure } from '../trpc/trpc.ts'
import { auditFilters, filtersOf, hiddenFrom } from './audit-query.ts'

const ON_PAGE = 35
const LATEST = 8

const search = auditFilters.extend({ page: z.int().min(0).max(100_000) })

/** Acts and their actors, for officers and auditors. */
export const auditLogRouter = router({
  /** A page of the entries that match, newest first. */
  list: verifierProcedure.input(search).query(async ({ ctx: { store, user }, input: { page, ...filters } }) => {
    const filter = filtersOf(filters, user.role)
    const entries = await store.auditLog.search({ ...filter, offset: page * ON_PAGE, limit: ON_PAGE })
    const total = await store.auditLog.count(filter)
    return { entries, total, pages: Math.max(1, Math.ceil(total / ON_PAGE)) }
  }),

  /** The newest entries. */
  latest: verifierProcedure.query(({ ctx: { store, user } }) =>
    store.auditLog.search({ ...filtersOf({}, user.role), offset: 0, limit: LATEST }),
  ),

  /** Users who acted, for the filter. */
  actors: verifierProcedure.query(({ ctx: { store, user } }) => store.auditLog.actors(hiddenFrom(user.role))),

  /** The result of the last verification. */
  state: verifierProcedure.query(async ({ ctx: { store } }) => {
    const { verifiedAt, fault } = await store.auditLog.state()
    return { verifiedAt, isBroken: fault !== null }
  }),

  verify: verifierProcedure.mutation(async ({ ctx }) => {
    await ctx.store.auditLog.verify(ctx.clock.now())
    return null
  }),
})
