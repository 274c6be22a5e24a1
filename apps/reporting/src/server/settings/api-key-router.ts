import { API_SCOPES } from '@wayproof/evidence/registers/api-scopes'
import { z } from 'zod'
import { makeApiKey } from '../api/make-api-key.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line } from '../trpc/input.ts'
import { managerProcedure, router } from '../trpc/trpc.ts'

const keyInput = z.strictObject({ name: line(60), scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length) })
const idInput = z.strictObject({ id: z.uuid() })

/** The keys of outside systems, which call `/api`. */
export const apiKeyRouter = router({
  list: managerProcedure.query(({ ctx }) => ctx.store.apiKeys.list()),

  /** The only response that contains the key. */
  make: managerProcedure
    .input(keyInput)
    .mutation(async ({ ctx, input }) => unwrap(await makeApiKey(ctx, { ...input, actor: ctx.user }))),

  revoke: managerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.apiKeys.revoke(input.id, ctx.clock.now()))),
})
