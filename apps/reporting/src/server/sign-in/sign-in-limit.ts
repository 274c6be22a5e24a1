import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import type { Tokens } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import { APIError, type createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { parseCookies } from 'better-auth/cookies'
import { caller } from '../http/caller.ts'
import type { AuthServices } from './auth-parts.ts'

/** Calls that contain a password. */
export const SIGN_IN = '/sign-in/email'
export const CHANGE_PASSWORD = '/change-password'

/** Calls in which a signed-in user repeats the password. */
export const WITH_PASSWORD = ['/two-factor/enable', '/two-factor/disable', '/two-factor/generate-backup-codes'] as const

/** Calls that contain a code, after the password or to set up the second factor. */
export const WITH_CODE = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'] as const

const IN_SESSION: readonly string[] = [CHANGE_PASSWORD, ...WITH_PASSWORD, ...WITH_CODE]

const WINDOW = 15 * 60_000

/** Limit for one account from one network address, or from one browser that has signed in to it. */
const AT_ACCOUNT: CallLimit = { calls: 10, milliseconds: WINDOW }

/** Limit for one account from all browsers that have not signed in to it, over all addresses. */
const AT_ACCOUNT_IN_ALL: CallLimit = { calls: 100, milliseconds: WINDOW }

/** Limit for one network address, over all accounts. */
const FROM_ADDRESS: CallLimit = { calls: 100, milliseconds: WINDOW }

type LimitServices = Pick<AuthServices, 'store' | 'clock' | 'keyring' | 'tokens' | 'reportingUrl'>
export type AuthCall = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

interface Count {
  readonly key: string
  readonly limit: CallLimit
  /** After a right password: reset the count, or lower a shared count by one. */
  readonly onSuccess: 'forget' | 'giveBack'
}

/** Counts each guess before the check, so that concurrent guesses are all counted. */
export const countGuesses = async ({ store, clock, ...services }: LimitServices, ctx: AuthCall): Promise<void> => {
  for (const { key, limit } of await countsOf({ store, clock, ...services }, ctx)) {
    const wait = await store.callLimits.take(key, limit, clock.now())
    if (wait === null) continue
    const headers = { 'retry-after': String(Math.ceil(wait / 1_000)) }
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_GUESSES', message: 'TOO_MANY_GUESSES' }, headers)
  }
}

/** After the right password: removes it from the counts, and marks the browser as known. */
export const forgetGuesses = async (services: LimitServices, ctx: AuthCall): Promise<void> => {
  if (isAPIError(ctx.context.returned)) return
  const account = await guessedAt(ctx)
  for (const { key, onSuccess } of await countsOf(services, ctx)) await services.store.callLimits[onSuccess](key)
  if (account === null) return
  const isSecure = services.reportingUrl.startsWith('https:')
  if (deviceOf(services.keyring, ctx.getCookie(deviceCookieName(isSecure)), account) !== null) return
  const attributes = {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure,
    maxAge: DEVICE_SECONDS,
  } as const
  ctx.setCookie(deviceCookieName(isSecure), newDeviceCookie(services, account), attributes)
}

/** After a new password: the owner's earlier guesses, from this address or browser, no longer lock the owner out. */
export const forgetGuessesAt = async (
  services: Pick<LimitServices, 'store' | 'keyring' | 'reportingUrl'>,
  account: string,
  headers: Headers,
): Promise<void> => {
  const name = deviceCookieName(services.reportingUrl.startsWith('https:'))
  const cookie = parseCookies(headers.get('cookie') ?? '').get(name)
  const device = deviceOf(services.keyring, cookie, account)
  const owners = [`from ${caller() ?? ''}`, ...(device === null ? [] : [`device ${device}`])]
  for (const owner of owners) await services.store.callLimits.forget(`guess|${account.toLowerCase()} ${owner}`)
}

const deviceCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}wayproof.device`

/** The counts of a call; none if it contains no password. */
async function countsOf(services: LimitServices, ctx: AuthCall): Promise<readonly Count[]> {
  if (ctx.path !== SIGN_IN && !IN_SESSION.includes(ctx.path ?? '')) return []
  const address = caller()
  const from: Count[] =
    address === null ? [] : [{ key: `guess-from|${address}`, limit: FROM_ADDRESS, onSuccess: 'giveBack' }]
  const account = await guessedAt(ctx)
  if (account === null) return from
  const cookie = ctx.getCookie(deviceCookieName(services.reportingUrl.startsWith('https:')))
  const device = deviceOf(services.keyring, cookie, account)
  const at = account.toLowerCase()
  if (device !== null) return [{ key: `guess|${at} device ${device}`, limit: AT_ACCOUNT, onSuccess: 'forget' }]
  return [
    ...from,
    { key: `guess|${at} from ${address ?? ''}`, limit: AT_ACCOUNT, onSuccess: 'forget' },
    { key: `guess-all|${at}`, limit: AT_ACCOUNT_IN_ALL, onSuccess: 'giveBack' },
  ]
}

/** The email address whose password a call tries, even if no account has it. */
async function guessedAt(ctx: AuthCall): Promise<string | null> {
  const email: unknown = ctx.path === SIGN_IN ? ctx.body?.email : (await sessionOf(ctx))?.user.email
  return typeof email === 'string' ? email : null
}

const sessionOf = async (ctx: AuthCall) => (IN_SESSION.includes(ctx.path ?? '') ? getSessionFromCtx(ctx) : null)

// OWASP, "Slow Down Online Guessing Attacks with Device Cookies": a browser that has signed in to an account has its
// own limit, so that guesses from elsewhere do not lock out the account's owner.

const NONCE = /^[\w-]{22}$/
const NONCE_BYTES = 16

/** Half a year. */
const DEVICE_SECONDS = 182 * 24 * 3600

const markOf = (keyring: Keyring, account: string, nonce: string) =>
  keyring.mac('session', `device ${nonce} ${account.toLowerCase()}`)

/** Creates an ID of this browser for one account. */
export function newDeviceCookie({ keyring, tokens }: DeviceServices, account: string): string {
  const nonce = Buffer.from(tokens.bytes(NONCE_BYTES)).toString('base64url')
  return `${nonce}.${Buffer.from(markOf(keyring, account, nonce)).toString('base64url')}`
}

/** The ID of the browser if the cookie proves a sign-in to this account; else null. */
export function deviceOf(keyring: Keyring, cookie: string | null | undefined, account: string): string | null {
  const [nonce = '', mark = '', extra] = (cookie ?? '').split('.')
  if (!NONCE.test(nonce) || extra !== undefined) return null
  return equalBytes(Buffer.from(mark, 'base64url'), Buffer.from(markOf(keyring, account, nonce))) ? nonce : null
}

interface DeviceServices {
  readonly keyring: Keyring
  readonly tokens: Tokens
}
