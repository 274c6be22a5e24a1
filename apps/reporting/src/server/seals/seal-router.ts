import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { type CheckedSeal, checkSeal } from '@wayproof/scorecard/closing/seals/check-seal'
import { z } from 'zod'
import { caller } from '../http/caller.ts'
import type { Context } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { publicProcedure, router } from '../trpc/trpc.ts'

/** Limit of checked codes for one network address, because each check reads the whole chain. */
const CHECKED: CallLimit = { calls: 60, milliseconds: 15 * 60_000 }
const CHECKED_IN_ALL: CallLimit = { calls: 2_000, milliseconds: 15 * 60_000 }

const MAX_CHARACTERS = 200

export const sealRouter = router({
  /** Needs no sign-in, and returns no figure. */
  check: publicProcedure
    .input(z.strictObject({ code: z.string().max(MAX_CHARACTERS) }))
    .query(async ({ ctx, input }) => unwrap(await checkUnlessTooMany(ctx, input))),
})

async function checkUnlessTooMany(
  { store, clock, timeZone }: Context,
  input: { readonly code: string },
): Promise<Outcome<CheckedSeal | null>> {
  const address = caller()
  const counts = [
    ...(address === null ? [] : [[`seal-from|${address}`, CHECKED] as const]),
    ['seal-all', CHECKED_IN_ALL] as const,
  ]
  for (const [key, limit] of counts) {
    if ((await store.callLimits.take(key, limit, clock.now())) !== null) return fail('too-many-calls')
  }
  return checkSeal({ closing: store.closing, editions: store.editions, timeZone }, input)
}
