import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { readPasswordResetToken } from '@wayproof/letters/letter/account-link'
import { z } from 'zod'
import { caller } from '../http/caller.ts'
import { hashUnlessBusy } from '../passwords/hash-unless-busy.ts'
import { isEasilyGuessed } from '../passwords/password-fault.ts'
import { namesOf } from '../passwords/password-hooks.ts'
import { PASSWORD_LENGTH } from '../sign-in/auth.ts'
import { forgetGuessesAt } from '../sign-in/sign-in-limit.ts'
import type { Context } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { email } from '../trpc/input.ts'
import { confirmerProcedure, publicProcedure, router } from '../trpc/trpc.ts'

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

const RESET_MINUTES = 60

type ResetServices = Pick<Context, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone' | 'provider'>

/**
 * Mails a link for a new password. The response is the same if no account has the address.
 * Fault: `too-many-resets`.
 */
async function askReset(
  { store, clock, ids, timeZone, provider, resetLimit }: ResetServices & Pick<Context, 'resetLimit'>,
  { email }: { readonly email: string },
): Promise<Outcome<null>> {
  const now = clock.now()
  if ((await resetLimit.take(caller(), now)) !== null) return fail('too-many-resets')
  await store.passwordResets.mail(
    email,
    { id: ids.next(), createdAt: now, expiresAt: now + RESET_MINUTES * 60_000 },
    timeZone,
    provider?.settings.issuer ?? null,
  )
  return ok(null)
}

/**
 * Returns the account of a link.
 * Faults: `reset-unknown`, `reset-used`, `reset-expired`.
 */
async function openReset({ store, clock, keyring }: ResetServices, { token }: { readonly token: string }) {
  const id = readPasswordResetToken(keyring, token)
  return id === null ? fail('reset-unknown') : store.passwordResets.find(id, clock.now())
}

/**
 * Sets a new password.
 * Faults: those of `openReset`, `password-too-easy`, and `too-many-calls` if too many are being hashed.
 */
async function resetPassword(
  ctx: Context,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Outcome<null>> {
  const { store, auth, clock, headers, log } = ctx
  const openedReset = await openReset(ctx, { token })
  if (!openedReset.ok) return openedReset
  const { name, email } = openedReset.value
  const organisation = namesOf(await store.organisation.get())
  if (await isEasilyGuessed(password, { name, email, organisation })) return fail('password-too-easy')
  const hash = await hashUnlessBusy(auth, password)
  if (hash === null) return fail('too-many-calls')
  const usedReset = await store.passwordResets.use(openedReset.value.id, hash, clock.now())
  if (!usedReset.ok) return usedReset
  const { id: resetId, userId, recovers } = usedReset.value
  log({ level: recovers ? 'warn' : 'info', event: recovers ? 'officer-recovered' : 'password-reset', resetId, userId })
  await forgetGuessesAt(ctx, email, headers)
  return ok(null)
}
