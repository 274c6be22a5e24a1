import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import type { Id } from '@wayproof/kernel/id'
import { APIError } from 'better-auth/api'
import type { AuthServices } from './auth-parts.ts'
import type { AuthCall } from './sign-in-limit.ts'

export const WITH_APP_CODE = '/two-factor/verify-totp'

/** The library accepts a code for 90 seconds, by the clock of the server. */
const ONCE: CallLimit = { calls: 1, milliseconds: 5 * 60_000 }

/**
 * Spends the code of an app that opens a session or changes the second factor, so that nobody who has seen it opens another one (RFC 6238, 5.2).
 * Throws the library's own refusal of a wrong code.
 */
export async function spendCode(
  { store, clock }: Pick<AuthServices, 'store' | 'clock'>,
  userId: Id,
  ctx: Pick<AuthCall, 'path' | 'body'> | null | undefined,
): Promise<void> {
  if (ctx?.path !== WITH_APP_CODE) return
  const wait = await store.callLimits.take(`code|${userId} ${String(ctx.body?.code)}`, ONCE, clock.now())
  if (wait !== null) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
}
