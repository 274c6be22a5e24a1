import { prismaAdapter } from 'better-auth/adapters/prisma'
import { isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { AuthParts } from './auth-parts.ts'
import { requestId } from './request-id.ts'
import { countGuesses, forgetGuesses } from './sign-in-limit.ts'

export const PASSWORD_LENGTH = { minimum: 12, maximum: 128 } as const

export type Authentication = Awaited<ReturnType<typeof authentication>>

/** Sign-in by e-mail and password. Nobody signs up here: an accepted invitation makes the user. */
export async function authentication(parts: AuthParts) {
  const { store, ids, keyring, reportingUrl, log } = parts
  return betterAuth({
    appName: 'Wayproof',
    baseURL: reportingUrl,
    basePath: '/api/auth',
    trustedOrigins: [reportingUrl],
    secret: keyring.secret('session'),
    database: prismaAdapter(await store.authRecords(), { provider: 'sqlite' }),
    telemetry: { enabled: false },
    // Its texts may hold addresses: only errors, without their details.
    logger: { level: 'error', log: (_, message) => log({ level: 'error', event: 'sign-in-failed', message }) },
    onAPIError: {
      onError: (error) => {
        // A refusal (a wrong password) is no error of ours; a bug is, and its text stays in the log.
        if (!isAPIError(error))
          log({ level: 'error', event: 'sign-in-failed', errorId: requestId(), stack: String(error) })
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locale: { type: 'string', required: true, input: false },
      },
    },
    // Twelve hours, whatever is done meanwhile: reading changes nothing.
    session: { expiresIn: 12 * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Guesses are counted by us: of callers it cannot tell apart it would make one.
    rateLimit: { enabled: false },
    hooks: { before: countGuesses(parts), after: forgetGuesses(parts) },
    // Where and with what someone signed in is not needed, so it is not kept.
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    advanced: {
      cookiePrefix: 'wayproof',
      useSecureCookies: reportingUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ids.next() },
    },
  })
}
