import { fail } from '@wayproof/kernel/outcome'
import { z } from 'zod'
import { hasSessionEnded } from '../sign-in/session-limits.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line, locale } from '../trpc/input.ts'
import { memberProcedure, router } from '../trpc/trpc.ts'
import { currentSession } from './current-session.ts'

/** Changes of a person's own account; the sign-in library changes the password. */
export const profileRouter = router({
  /** The hour from which the user gets the digest of a day; null while the role waits for its confirmation. */
  digestHour: memberProcedure.query(
    async ({ ctx: { store, timeZone, user } }) => (await store.deadlines.person(user.id, timeZone))?.digestHour ?? null,
  ),

  saveDigestHour: memberProcedure
    .input(z.strictObject({ hour: z.int().min(0).max(23) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.store.deadlines.saveDigestHour(ctx.user.id, input.hour)
      return null
    }),

  save: memberProcedure
    .input(z.strictObject({ name: line(100), locale }))
    .mutation(({ ctx, input }) => ctx.store.accounts.save(ctx.user.id, input, ctx.clock.now())),

  /** The sessions that have not ended, newest first. `current`: the session of this request. */
  sessions: memberProcedure.query(async ({ ctx }) => {
    const [sessions, current] = [await ctx.store.accounts.sessions(ctx.user.id), await currentSession(ctx)]
    return sessions
      .filter((session) => !hasSessionEnded(session, ctx.user.role, ctx.clock.now()))
      .map((session) => ({ ...session, current: session.id === current }))
  }),

  endSession: memberProcedure.input(z.strictObject({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await ctx.store.accounts.endSession(ctx.user.id, input.id))) unwrap(fail('session-unknown'))
    return null
  }),

  /** Ends all sessions except the one of this request. */
  endOtherSessions: memberProcedure.mutation(async ({ ctx }) => {
    await ctx.store.accounts.endOtherSessions(ctx.user.id, (await currentSession(ctx)) ?? '')
    return null
  }),
})
