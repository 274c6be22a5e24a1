import { isOutdated } from '@wayproof/accounts/accounts/password-hash'
import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { APIError, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { AuthServices } from '../sign-in/auth-parts.ts'
import { newToken } from '../sign-in/replace-session.ts'
import { type AuthCall, CHANGE_PASSWORD, SIGN_IN } from '../sign-in/sign-in-limit.ts'
import { TooBusy } from './in-flight.ts'
import { isEasilyGuessed } from './password-fault.ts'
import type { PasswordHashes } from './password-hash.ts'

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
