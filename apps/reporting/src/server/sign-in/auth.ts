import { dateAt } from '@wayproof/kernel'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { refuseTrustedDevice } from '../accounts/trusted-device.ts'
import { TooBusy } from '../passwords/in-flight.ts'
import { passwordHashes } from '../passwords/password-hash.ts'
import { endOtherSessions, refuseEasyPassword, upgradeHash } from '../passwords/password-hooks.ts'
import { secondFactor, sessionByProvider } from '../provider-sign-in/open-session.ts'
import type { AuthParts } from './auth-parts.ts'
import { SESSION_HOURS } from './session-limits.ts'
import { countGuesses, forgetGuesses } from './sign-in-limit.ts'

export const PASSWORD_LENGTH = { minimum: 12, maximum: 128 } as const

export type Authentication = Awaited<ReturnType<typeof authentication>>

/** Sign-in by e-mail and password, and sessions of those whom the provider signs in. Nobody signs up here. */
export async function authentication(parts: AuthParts) {
  const { store, clock, ids, keyring, tokens, timeZone, reportingUrl, log } = parts
  const hashes = passwordHashes(tokens)
  const secure = reportingUrl.startsWith('https:')
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
    // The library answers its own refusals (a wrong password); any other error is the server's, which logs and answers it.
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      password: { hash: (text) => unlessBusy(hashes.hash(text)), verify: (pair) => unlessBusy(hashes.verify(pair)) },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locale: { type: 'string', required: true, input: false },
      },
    },
    // How long a session lasts is ours to say, by our clock; the library's own end is one more.
    session: {
      expiresIn: SESSION_HOURS * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { providerFactor: { type: 'boolean', required: false, input: false } },
    },
    // It encrypts keys and recovery codes with the secret above. Ten wrong codes in a row lock an account for 15 minutes.
    plugins: [secondFactor('Wayproof'), sessionByProvider],
    // Guesses are counted by us: of callers it cannot tell apart it would make one.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        refuseTrustedDevice(ctx)
        await countGuesses(parts, ctx)
        await refuseEasyPassword(parts, ctx)
      }),
      after: createAuthMiddleware(async (ctx) => {
        await forgetGuesses(parts, ctx)
        await endOtherSessions(parts, ctx)
        await upgradeHash(parts, hashes, ctx)
      }),
    },
    // Where and with what someone signed in is not needed, so it is not kept; of when, the day is.
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = new Date(clock.now())
            return { data: { ...session, ipAddress: null, userAgent: null, createdAt: now, updatedAt: now } }
          },
          after: async ({ userId }) => {
            const { user } = await store.authRecords()
            await user.updateMany({ where: { id: userId }, data: { lastSignInOn: dateAt(clock.now(), timeZone) } })
          },
        },
      },
    },
    advanced: {
      // A browser takes a cookie of this prefix over https only, from this host and for all of it: no other sets it.
      cookiePrefix: secure ? '__Host-wayproof' : 'wayproof',
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, secure },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ids.next() },
    },
  })
}

const unlessBusy = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof TooBusy ? new APIError('TOO_MANY_REQUESTS', { code: 'BUSY', message: 'BUSY' }) : error
  })
