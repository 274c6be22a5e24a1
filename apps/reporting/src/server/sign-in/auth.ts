import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Log } from '@wayproof/kernel/operation-log'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { SecretConfig } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { z } from 'zod'
import { refusalLog } from '../http/refusal-log.ts'
import { requestId } from '../http/request-id.ts'
import {
  passwordHashes,
  recordNewPassword,
  refuseEasyPassword,
  TooBusy,
  upgradeHash,
} from '../passwords/password-hooks.ts'
import type { AuthRecords, AuthServices } from './auth-parts.ts'
import { authSecrets, encryptFactorsAgain, hashGivenCode, newRecoveryCodes, storedCodes } from './auth-secrets.ts'
import { endEarlierSession } from './replace-session.ts'
import { SESSION_HOURS } from './session-limits.ts'
import {
  type AuthCall,
  CHANGE_PASSWORD,
  countGuesses,
  forgetGuesses,
  SIGN_IN,
  WITH_CODE,
  WITH_PASSWORD,
} from './sign-in-limit.ts'
import { spendCode } from './spend-code.ts'

export const PASSWORD_LENGTH = { minimum: 12, maximum: 128 } as const

export type Authentication = Awaited<ReturnType<typeof authentication>>

/** Sign-in by email and password, and sessions of users whom the provider signs in. There is no public sign-up. */
export async function authentication(services: AuthServices) {
  const records = await services.store.authRecords()
  const auth = signInWith(services, records)
  const { secretConfig } = await auth.$context
  if (typeof secretConfig === 'string') throw new Error('the library has no list of secrets')
  for (const id of await encryptFactorsAgain(records, secretConfig))
    services.log({ level: 'error', event: 'second-factor-unreadable', id })
  return auth
}

function signInWith(services: AuthServices, records: AuthRecords) {
  const { clock, ids, keyring, tokens, reportingUrl, log } = services
  const hashes = passwordHashes(tokens, services.passwordCost)
  const logFailedSignIn = failedSignInLog(clock, log, services.store)
  const isSecure = reportingUrl.startsWith('https:')
  // The library makes its key from the secrets.
  const key = Promise.withResolvers<string | SecretConfig>()
  const auth = betterAuth({
    appName: 'Wayproof',
    baseURL: reportingUrl,
    basePath: '/api/auth',
    trustedOrigins: [reportingUrl],
    ...authSecrets(keyring),
    database: prismaAdapter(records, { provider: 'sqlite' }),
    telemetry: { enabled: false },
    // The library's texts may contain addresses, so only errors are logged, without details.
    logger: { level: 'error', log: (_, message) => log({ level: 'error', event: 'sign-in-failed', message }) },
    // The library responds to its own refusals (a wrong password); the server logs and responds to any other error.
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
    // Our clock and rules end a session; the library's own limit is a second one.
    session: {
      expiresIn: SESSION_HOURS * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { providerFactor: { type: 'boolean', required: false, input: false } },
    },
    // It encrypts keys and recovery codes with the newest secret above. Ten wrong codes in a row lock an account for 15
    // minutes.
    plugins: [
      secondFactor('Wayproof', {
        storeBackupCodes: storedCodes(key.promise),
        customBackupCodesGenerate: () => newRecoveryCodes(tokens),
      }),
      sessionByProvider,
    ],
    // We count guesses, because the library would count callers that it cannot distinguish as one.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        refuseTrustedDevice(ctx)
        await countGuesses(services, ctx)
        await refuseEasyPassword(services, ctx)
        return hashGivenCode(ctx)
      }),
      after: createAuthMiddleware(async (ctx) => {
        await recordFailure(services, ctx)
        await logFailedSignIn(ctx)
        await forgetGuesses(services, ctx)
        await recordNewPassword(services, ctx)
        await endEarlierSession(services, ctx)
        await upgradeHash(services, hashes, ctx)
      }),
    },
    // Address and device of a sign-in are not needed, so they are not stored; of the time, only the day is.
    databaseHooks: {
      // The library changes nothing else about a user.
      user: { update: { after: (user) => recordSecondFactor(services, user) } },
      session: {
        create: {
          before: async (session, ctx) => {
            await spendCode(services, session.userId, ctx)
            const now = new Date(clock.now())
            return { data: { ...session, ipAddress: null, userAgent: null, createdAt: now, updatedAt: now } }
          },
          after: (session, ctx) => recordSignIn(services, session, ctx?.path),
        },
      },
    },
    advanced: {
      // Browsers accept a cookie with this prefix only over https and from this host, so no other host can set it.
      cookiePrefix: isSecure ? '__Host-wayproof' : 'wayproof',
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, secure: isSecure },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ids.next() },
    },
  })
  key.resolve(auth.$context.then(({ secretConfig }) => secretConfig))
  return auth
}

const unlessBusy = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof TooBusy ? new APIError('TOO_MANY_REQUESTS', { code: 'BUSY', message: 'BUSY' }) : error
  })

/** The library would skip the code for 30 days on a trusted browser, and a reset would not end that. */
function refuseTrustedDevice(ctx: AuthCall): void {
  if (ctx.path?.startsWith('/two-factor/') && ctx.body?.trustDevice)
    throw new APIError('BAD_REQUEST', { code: 'NO_TRUSTED_DEVICES', message: 'NO_TRUSTED_DEVICES' })
}

type RecordServices = Pick<AuthServices, 'store' | 'clock' | 'timeZone'>

interface NewSession {
  readonly userId: Id
  readonly providerFactor?: unknown
}

/**
 * Records a sign-in before its cookie leaves. After the password alone the library opens a session too, and ends it if
 * a code is asked for: that is no sign-in yet.
 */
async function recordSignIn(
  { store, clock, timeZone }: RecordServices,
  { userId, providerFactor }: NewSession,
  path: string | undefined,
): Promise<void> {
  const hasFactor = WITH_CODE.some((codePath) => codePath === path) || providerFactor === true
  if (!hasFactor && (path === SIGN_IN || path === BY_PROVIDER)) {
    const { user } = await store.authRecords()
    const account = await user.findUnique({ where: { id: userId }, select: { twoFactorEnabled: true } })
    if (account?.twoFactorEnabled) return
  }
  const at = clock.now()
  await store.accounts.signedIn(userId, { on: dateAt(at, timeZone), at, factor: hasFactor })
}

/** Records that a user set up or removed the own second factor. */
const recordSecondFactor = (
  { store, clock }: RecordServices,
  { id: actorId, ...user }: { readonly id: Id; readonly twoFactorEnabled?: unknown },
): Promise<void> =>
  actingAs({ actorId, at: clock.now() }, () => store.accounts.secondFactorChanged(user.twoFactorEnabled === true))

/** Counts a wrong password or code. */
async function recordFailure({ store, clock }: RecordServices, ctx: AuthCall): Promise<void> {
  if (!isAPIError(ctx.context.returned)) return
  if (ctx.path !== SIGN_IN && !WITH_CODE.some((codePath) => codePath === ctx.path)) return
  await store.auditLog.addFailedSignIn(clock.now())
}

/** The step of signing in that each call repeats or completes. */
const STEPS: ReadonlyMap<string, string> = new Map([
  ...[SIGN_IN, CHANGE_PASSWORD, ...WITH_PASSWORD].map((path) => [path, 'password'] as const),
  ['/two-factor/verify-totp', 'code'],
  ['/two-factor/verify-backup-code', 'recovery-code'],
])

/** The cookie between the password and the code, as the library names it. */
const HALF_SIGNED_IN = 'two_factor'

/**
 * Logs a wrong password or code with its step and the account, limited like all refusals; never what was typed.
 * Exhausted limits are logged with their response.
 */
function failedSignInLog(clock: Clock, log: Log, store: Pick<AuthServices['store'], 'authRecords'>) {
  const logRefusal = refusalLog(clock, log)
  return async (ctx: AuthCall): Promise<void> => {
    const at = STEPS.get(ctx.path ?? '')
    const { returned } = ctx.context
    if (at === undefined || !isAPIError(returned)) return
    const faultCode = returned.body?.code ?? null
    if (returned.statusCode !== 401 && faultCode !== 'INVALID_PASSWORD') return
    const userId = await accountOf(store, ctx)
    logRefusal({ event: 'sign-in-refused', code: 'UNAUTHORIZED', at, faultCode, errorId: requestId(), userId })
  }
}

/** The account that a call tries; null if there is none. */
async function accountOf(store: Pick<AuthServices['store'], 'authRecords'>, ctx: AuthCall): Promise<Id | null> {
  if (ctx.path === SIGN_IN) {
    const email: unknown = ctx.body?.email
    if (typeof email !== 'string') return null
    const { user } = await store.authRecords()
    return (await user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } }))?.id ?? null
  }
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const { name } = ctx.context.createAuthCookie(HALF_SIGNED_IN)
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret)
  return challenge ? ((await ctx.context.internalAdapter.findVerificationValue(challenge))?.value ?? null) : null
}

const BY_PROVIDER = '/sign-in/provider'

const body = z.strictObject({
  userId: z.string(),
  /** The provider has asked for a second factor that counts. */
  providerFactor: z.boolean(),
})

/** Opens a session for a user whom the provider has signed in. Only our own code can call it. */
const sessionByProvider = {
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
function secondFactor(
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
