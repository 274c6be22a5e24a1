import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { isAPIError } from 'better-auth/api'
import { generateRandomString } from 'better-auth/crypto'
import type { AuthServices } from './auth-parts.ts'
import { type AuthCall, SIGN_IN } from './sign-in-limit.ts'

type SessionServices = Pick<AuthServices, 'store' | 'clock'>

/** As long as the library makes them. */
const TOKEN_CHARACTERS = 32

export const newToken = (): string => generateRandomString(TOKEN_CHARACTERS)

/** After a right password: ends the session that the browser had before, also of another person. */
export async function endEarlierSession(services: SessionServices, ctx: AuthCall): Promise<void> {
  if (ctx.path !== SIGN_IN || isAPIError(ctx.context.returned)) return
  const { authCookies, secret } = ctx.context
  const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
  if (token) await endSession(services, { token })
}

/** Ends a session of a browser that signs in again. */
export async function endSession(
  { store, clock }: SessionServices,
  which: { readonly token: string } | { readonly id: string },
): Promise<void> {
  const { session } = await store.authRecords()
  const earlier = await session.findFirst({ where: which, select: { id: true, userId: true } })
  if (!earlier) return
  const { id, userId } = earlier
  await actingAs({ actorId: userId, at: clock.now() }, () => store.accounts.signedOut(userId, id))
}
