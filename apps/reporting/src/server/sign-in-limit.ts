import type { CallLimit } from '@wayproof/store'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import type { AuthParts } from './auth-parts.ts'

/** Where a password is asked for. */
export const SIGN_IN = '/sign-in/email'
export const CHANGE_PASSWORD = '/change-password'

/** Guesses at one account, wherever they come from and however they are packed. */
const AT_ACCOUNT: CallLimit = { calls: 10, milliseconds: 15 * 60_000 }

/** Guesses from one address of the network, at whatever accounts. */
const FROM_ADDRESS: CallLimit = { calls: 100, milliseconds: 15 * 60_000 }

type LimitParts = Pick<AuthParts, 'store' | 'clock' | 'keyring'>

/**
 * Counts each guess before it is looked at, so that guesses at the same moment are all counted, and takes back what was
 * none: colleagues behind one address do not use up each other's.
 */
export function addressGuesses({ store, clock }: LimitParts, address: string) {
  const key = `guess-from|${address}`
  return {
    /** Milliseconds to wait before the next one; null: it is counted. */
    count: () => store.callLimits.take(key, FROM_ADDRESS, clock.now()),
    takeBack: () => store.callLimits.giveBack(key),
  }
}

/** Counts each guess before it is looked at, also for accounts that do not exist. */
export const countGuesses = (parts: LimitParts) =>
  createAuthMiddleware(async (ctx) => {
    const key = accountKey(parts, await guessedAt(ctx))
    if (key && (await parts.store.callLimits.take(key, AT_ACCOUNT, parts.clock.now())) !== null) {
      throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_GUESSES', message: 'TOO_MANY_GUESSES' })
    }
  })

/** The right password clears the count. */
export const forgetGuesses = (parts: LimitParts) =>
  createAuthMiddleware(async (ctx) => {
    const key = isAPIError(ctx.context.returned) ? null : accountKey(parts, await guessedAt(ctx))
    if (key) await parts.store.callLimits.forget(key)
  })

type AuthCall = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** The e-mail address whose password a call tries. */
async function guessedAt(ctx: AuthCall): Promise<unknown> {
  if (ctx.path === SIGN_IN) return ctx.body?.email
  return ctx.path === CHANGE_PASSWORD ? (await getSessionFromCtx(ctx))?.user.email : null
}

/** Hashed under our key: the table tells nobody which addresses were tried. */
function accountKey({ keyring }: LimitParts, email: unknown): string | null {
  if (typeof email !== 'string') return null
  return `guess|${Buffer.from(keyring.mac('session', `guess:${email.toLowerCase()}`)).toString('base64url')}`
}
