import type { Clock, Id, Ids, Locale, Tokens } from '@wayproof/kernel'
import type { ClockGuard } from '@wayproof/kernel/clock-guard'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Log } from '@wayproof/kernel/operation-log'
import type { ReportPrinter } from '@wayproof/letters/pdf'
import type { Rules } from '@wayproof/scorecard'
import { type Person, type Store, USER_ROLES } from '@wayproof/store'
import type { CallerAddress } from '../http/caller-address.ts'
import { databaseFault } from '../http/database-refusal.ts'
import type { ProviderClient } from '../provider-sign-in/provider-client.ts'
import type { Authentication } from '../sign-in/auth.ts'
import { hasSessionEnded, NOTED_EVERY_MS } from '../sign-in/session-limits.ts'

/** Dependencies of a request on machine and settings; bound once, in main.ts. */
export interface Parts {
  readonly store: Store
  readonly auth: Authentication
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  readonly timeZone: string
  readonly rules: Rules
  readonly defaultLocale: Locale
  readonly reportingUrl: string
  readonly surveyUrl: string
  readonly log: Log
  readonly callerAddress: CallerAddress
  /** Milliseconds by which the clock is ahead of a reference clock; null if there is none. */
  clockOffset(): Promise<number | null>
  readonly clockGuard: ClockGuard
  readonly reportPrinter: ReportPrinter
  /** Null if no provider is configured. */
  readonly provider: ProviderClient | null
}

export interface Context extends Parts {
  readonly user: Person | null
  /** The signed-in user must set up a second factor before anything else; `user` is null. */
  readonly enrolling: boolean
  /** The user, also while setting up a second factor. */
  readonly userId: Id | null
  /** Headers of the request, for the sign-in library. */
  readonly headers: Headers
  /** Headers of the response, for cookies. */
  readonly answer: Headers
}

/** Needs no HTTP. */
export function createContextInner(
  parts: Parts,
  {
    user,
    enrolling = false,
    userId = user?.id ?? null,
    headers = new Headers(),
    answer = new Headers(),
  }: Pick<Context, 'user'> & Partial<Context>,
): Context {
  return { ...parts, user, enrolling, userId, headers, answer }
}

export async function createContext(parts: Parts, headers: Headers, answer: Headers): Promise<Context> {
  const found = await sessionUser(parts, headers)
  const enrolling = found?.mustEnrol ?? false
  const userId = found?.person.id ?? null
  const user = enrolling ? null : (found?.person ?? null)
  return createContextInner(parts, { user, enrolling, userId, headers, answer })
}

type SessionParts = Pick<Parts, 'auth' | 'store' | 'clock'>

/** The user of a request, with the permissions of the role. */
export async function signedIn(parts: SessionParts, headers: Headers): Promise<Person | null> {
  const found = await sessionUser(parts, headers)
  return found && !found.mustEnrol ? found.person : null
}

export interface SessionUser {
  readonly person: Person
  /** Until the user of a role that needs a second factor has set it up, nothing else is permitted. */
  readonly mustEnrol: boolean
}

/** The user of a session. An unknown role has no permissions, and a session that is over is deleted. */
export async function sessionUser({ auth, store, clock }: SessionParts, headers: Headers): Promise<SessionUser | null> {
  if (!headers.has('cookie')) return null
  const found = await auth.api.getSession({ headers })
  if (!found) return null
  const { id, name, email, role, locale } = found.user
  const known = USER_ROLES.find((one) => one === role)
  if (!known) return null
  const { token, createdAt, updatedAt } = found.session
  const now = clock.now()
  const times = { beganAt: createdAt.getTime(), usedAt: updatedAt.getTime() }
  const { session } = await store.authRecords()
  if (hasSessionEnded(times, known, now)) {
    await session.deleteMany({ where: { token } }).catch(unlessUnkept)
    return null
  }
  if (now - times.usedAt >= NOTED_EVERY_MS) {
    // If the database stores nothing, reading goes on; the session then ends early.
    const noted = session.updateMany({ where: { token }, data: { updatedAt: new Date(now) } })
    await noted.catch(unlessUnkept)
  }
  const person: Person = { id, name, email, role: known, locale: locale === 'en' ? 'en' : 'zh-CN' }
  const requiredAt =
    found.user.twoFactorEnabled || found.session.providerFactor ? null : await store.secondFactors.requiredAt(known)
  return { person, mustEnrol: requiredAt !== null && times.beganAt >= requiredAt }
}

function unlessUnkept(error: unknown): void {
  if (!databaseFault(error)) throw error
}
