import type { CallLimit } from '@wayproof/store'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { AuthParts } from './auth-parts.ts'

const SIGN_IN = '/sign-in/email'

/** Guesses at one account, wherever they come from and however they are packed. */
const GUESSES: CallLimit = { calls: 10, milliseconds: 15 * 60_000 }

type LimitParts = Pick<AuthParts, 'store' | 'clock' | 'keyring'>

/** Calls of an address of the network, kept in the database so that a restart forgets nothing. */
export const limitedStorage = ({ store, clock }: LimitParts) => ({
  consume: async (key: string, rule: { window: number; max: number }) => {
    const limit = { calls: rule.max, milliseconds: rule.window * 1000 }
    const wait = await store.callLimits.take(key, limit, clock.now())
    return { allowed: wait === null, retryAfter: wait === null ? null : Math.ceil(wait / 1000) }
  },
})

/** Counts each guess before it is looked at, also for accounts that do not exist. */
export const countGuesses = (parts: LimitParts) =>
  createAuthMiddleware(async ({ path, body }) => {
    const key = path === SIGN_IN ? accountKey(parts, body) : null
    if (key && (await parts.store.callLimits.take(key, GUESSES, parts.clock.now())) !== null) {
      throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_GUESSES', message: 'TOO_MANY_GUESSES' })
    }
  })

/** The right password clears the count. */
export const forgetGuesses = (parts: LimitParts) =>
  createAuthMiddleware(async ({ path, body, context }) => {
    const key = path === SIGN_IN && context.newSession ? accountKey(parts, body) : null
    if (key) await parts.store.callLimits.forget(key)
  })

/** Hashed under our key: the table tells nobody which addresses were tried. */
function accountKey({ keyring }: LimitParts, body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('email' in body) || typeof body.email !== 'string') return null
  return `guess|${Buffer.from(keyring.mac('session', `guess:${body.email.toLowerCase()}`)).toString('base64url')}`
}
