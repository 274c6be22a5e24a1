import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Log } from '@wayproof/kernel/operation-log'
import { getSessionFromCtx, isAPIError } from 'better-auth/api'
import { refusalLog } from '../http/refusal-log.ts'
import { requestId } from '../http/request-id.ts'
import type { AuthServices } from './auth-parts.ts'
import { type AuthCall, CHANGE_PASSWORD, SIGN_IN, WITH_PASSWORD } from './sign-in-limit.ts'

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
export function failedSignInLog(clock: Clock, log: Log, store: Pick<AuthServices['store'], 'authRecords'>) {
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
