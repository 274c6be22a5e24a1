import { z } from 'zod'
import { PASSWORD_LENGTH } from '../sign-in/auth.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { email } from '../trpc/input.ts'
import { confirmerProcedure, publicProcedure, router } from '../trpc/trpc.ts'
import { askReset, openReset, resetPassword } from './reset-password.ts'

const token = z.string().max(100)
const password = z.string().min(PASSWORD_LENGTH.minimum).max(PASSWORD_LENGTH.maximum)

export const passwordResetRouter = router({
  ask: publicProcedure
    .input(z.strictObject({ email }))
    .mutation(async ({ ctx, input }) => unwrap(await askReset(ctx, input))),

  /** The person whose password the link sets. Reading it does not use up the link. */
  show: publicProcedure.input(z.strictObject({ token })).query(async ({ ctx, input }) => {
    const { email, recovers } = unwrap(await openReset(ctx, input))
    return { email, recovers }
  }),

  use: publicProcedure
    .input(z.strictObject({ token, password }))
    .mutation(async ({ ctx, input }) => unwrap(await resetPassword(ctx, input))),

  /** Links that a command on the server created for locked-out officers. */
  recoveries: confirmerProcedure.query(({ ctx }) => ctx.store.passwordResets.recoveries()),
})
