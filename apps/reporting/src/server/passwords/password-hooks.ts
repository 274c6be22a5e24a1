import { hashPassword, isOutdated, matchesPassword, type PasswordCost } from '@wayproof/accounts/accounts/password-hash'
import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import type { Tokens } from '@wayproof/kernel/id'
import { APIError, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { verifyPassword } from 'better-auth/crypto'
import type { AuthServices } from '../sign-in/auth-parts.ts'
import { newToken } from '../sign-in/replace-session.ts'
import { type AuthCall, CHANGE_PASSWORD, SIGN_IN } from '../sign-in/sign-in-limit.ts'
import { isEasilyGuessed } from './password-fault.ts'

type HookServices = Pick<AuthServices, 'store' | 'passwordCost'>
type ActingServices = Pick<AuthServices, 'store' | 'clock'>

/** The names of the organization, which must not be in a password. */
export const namesOf = (organisation: Organisation | null): readonly string[] =>
  organisation ? [organisation.nameZh, organisation.nameEn].filter(Boolean) : []

/** Refuses a new password that is easily guessed. */
export async function refuseEasyPassword({ store }: HookServices, ctx: AuthCall): Promise<void> {
  const newPassword: unknown = ctx.body?.newPassword
  const session = ctx.path === CHANGE_PASSWORD && typeof newPassword === 'string' ? await getSessionFromCtx(ctx) : null
  if (!session || typeof newPassword !== 'string') return
  const { name, email } = session.user
  if (await isEasilyGuessed(newPassword, { name, email, organisation: namesOf(await store.organisation.get()) }))
    throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_EASY', message: 'PASSWORD_TOO_EASY' })
}

/** Records a new password, ends all other sessions of the user, and gives this one a new token. */
export async function recordNewPassword({ store, clock }: ActingServices, ctx: AuthCall): Promise<void> {
  if (ctx.path !== CHANGE_PASSWORD || isAPIError(ctx.context.returned)) return
  const current = await getSessionFromCtx(ctx)
  if (!current) return
  const { id, userId: actorId } = current.session
  const token = newToken()
  await actingAs({ actorId, at: clock.now() }, () => store.accounts.passwordChanged(actorId, { id, token }))
  await setSessionCookie(ctx, { session: { ...current.session, token }, user: current.user })
}

/** Replaces the hash of an earlier version after a successful sign-in. */
export async function upgradeHash(
  { store, passwordCost }: HookServices,
  hashes: PasswordHashes,
  ctx: AuthCall,
): Promise<void> {
  const userId = ctx.path === SIGN_IN ? ctx.context.newSession?.user.id : undefined
  const password: unknown = ctx.body?.password
  if (userId === undefined || typeof password !== 'string') return
  const { account } = await store.authRecords()
  const credential = await account.findFirst({ where: { userId, providerId: 'credential' } })
  if (!credential?.password || !isOutdated(credential.password, passwordCost)) return
  try {
    const anew = await hashes.hash(password)
    await account.updateMany({ where: { id: credential.id, password: credential.password }, data: { password: anew } })
  } catch (error) {
    // Too many are being hashed; the next sign-in replaces it.
    if (!(error instanceof TooBusy)) throw error
  }
}

/** Two at once leave the other threads of the pool to the rest of the app; guesses were counted before. */
const MAX_AT_ONCE = 2
const MAX_WAITING = 50

interface PasswordHashes {
  /** The hash of a password in the PHC string format. Throws TooBusy. */
  hash(password: string): Promise<string>
  /** Says whether a hash, also of an earlier version, is that of the password. Throws TooBusy. */
  verify(attempt: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** `cost`: only tests name one. */
export function passwordHashes(tokens: Pick<Tokens, 'bytes'>, cost?: PasswordCost): PasswordHashes {
  const inTurn = inFlight(MAX_AT_ONCE, MAX_WAITING)
  return {
    hash: (password) => inTurn(() => hashPassword(password, tokens, cost)),
    verify: ({ hash, password }) =>
      inTurn(async () => (await matchesPassword(hash, password)) ?? verifyPassword({ hash, password })),
  }
}

/** Too much is waiting already. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Runs at most `maxRunning` pieces of work at once; up to `maxWaiting` others queue, and more fail with TooBusy. */
export function inFlight(maxRunning: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let runningCount = 0
  return async (work) => {
    if (runningCount >= maxRunning) {
      if (queue.length >= maxWaiting) throw new TooBusy('too much is waiting')
      // The finished work handed its slot over, so this one is already counted.
      await new Promise<void>((resume) => queue.push(resume))
    } else runningCount += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else runningCount -= 1
    }
  }
}
