import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { isAPIError } from 'better-auth/api'
import { BY_PROVIDER } from '../provider-sign-in/open-session.ts'
import type { AuthServices } from './auth-parts.ts'
import { type AuthCall, SIGN_IN, WITH_CODE } from './sign-in-limit.ts'

type RecordServices = Pick<AuthServices, 'store' | 'clock' | 'timeZone'>

interface NewSession {
  readonly userId: Id
  readonly providerFactor?: unknown
}

/**
 * Records a sign-in before its cookie leaves. After the password alone the library opens a session too, and ends it if
 * a code is asked for: that is no sign-in yet.
 */
export async function recordSignIn(
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
export const recordSecondFactor = (
  { store, clock }: RecordServices,
  { id: actorId, ...user }: { readonly id: Id; readonly twoFactorEnabled?: unknown },
): Promise<void> =>
  actingAs({ actorId, at: clock.now() }, () => store.accounts.secondFactorChanged(user.twoFactorEnabled === true))

/** Counts a wrong password or code. */
export async function recordFailure({ store, clock }: RecordServices, ctx: AuthCall): Promise<void> {
  if (!isAPIError(ctx.context.returned)) return
  if (ctx.path !== SIGN_IN && !WITH_CODE.some((codePath) => codePath === ctx.path)) return
  await store.auditLog.addFailedSignIn(clock.now())
}
