import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { z } from 'zod'
import type { storedCodes } from '../sign-in/recovery-codes.ts'

export const BY_PROVIDER = '/sign-in/provider'

const body = z.strictObject({
  userId: z.string(),
  /** The provider has asked for a second factor that counts. */
  providerFactor: z.boolean(),
})

/** Opens a session for a user whom the provider has signed in. Only our own code can call it. */
export const sessionByProvider = {
  id: 'sign-in-provider',
  endpoints: {
    signInByProvider: createAuthEndpoint(
      BY_PROVIDER,
      { method: 'POST', body, metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const { userId, providerFactor } = ctx.body
        const user = await internalAdapter.findUserById(userId)
        if (!user) throw new APIError('UNAUTHORIZED')
        const session = await internalAdapter.createSession(user.id, false, { providerFactor })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ twoFactorRedirect: false })
      },
    ),
  },
} as const

/**
 * The library asks for a code only after its own ways to sign in, so this asks after the provider's, unless its factor
 * counts.
 */
export function secondFactor(
  issuer: string,
  recoveryCodes: {
    readonly storeBackupCodes: ReturnType<typeof storedCodes>
    readonly customBackupCodesGenerate: () => string[]
  },
): ReturnType<typeof twoFactor> {
  const plugin = twoFactor({ issuer, allowPasswordless: true, backupCodeOptions: recoveryCodes })
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    handler,
    matcher: (context: Parameters<typeof matcher>[0]) =>
      matcher(context) || (context.path === BY_PROVIDER && !context.body?.providerFactor),
  }))
  return { ...plugin, hooks: { after } } as unknown as ReturnType<typeof twoFactor>
}
