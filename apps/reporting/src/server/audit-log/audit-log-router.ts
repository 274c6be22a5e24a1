import { z } from 'zod'
import { router, verifierProcedure } from '../trpc/trpc.ts'
import { auditFilters, filtersOf, hiddenFrom, mayKnowOfReports, shownTo } from './audit-query.ts'

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
    return { entries: shownTo(user.role, entries), total, pages: Math.max(1, Math.ceil(total / ON_PAGE)) }
  }),

  /** The newest entries. */
  latest: verifierProcedure.query(async ({ ctx: { store, user } }) => {
    const entries = await store.auditLog.search({ ...filtersOf({}, user.role), offset: 0, limit: LATEST })
    return shownTo(user.role, entries)
  }),

  /** Users who acted, for the filter. */
  actors: verifierProcedure.query(({ ctx: { store, user } }) => store.auditLog.actors(hiddenFrom(user.role))),

  /** The result of the last verification, and the length and head of the chain for readers who see all entries. */
  state: verifierProcedure.query(async ({ ctx: { store, user } }) => {
    const { verifiedAt, ...chain } = await store.auditLog.state()
    return { chain: mayKnowOfReports(user.role) ? chain : null, verifiedAt, isBroken: chain.fault !== null }
  }),

  verify: verifierProcedure.mutation(async ({ ctx }) => {
    await ctx.store.auditLog.verify(ctx.clock.now())
    return null
  }),
})
