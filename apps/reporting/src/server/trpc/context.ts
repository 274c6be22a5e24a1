import { type Person, USER_ROLES } from '@wayproof/accounts/accounts/person'
import type { ScanFile } from '@wayproof/evidence/attachments/ports'
import type { Clock } from '@wayproof/kernel/clock'
import type { ClockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { CallerAddress } from '@wayproof/kernel/network/caller-address'
import type { NetworkLimit } from '@wayproof/kernel/network/count-networks'
import type { Log } from '@wayproof/kernel/operation-log'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { HookConfig } from '@wayproof/letters/hook/hook-settings'
import type { ReportPrinter } from '@wayproof/letters/pdf/report-printer'
import type { Store } from '@wayproof/operations/store/open-store'
import type { Rules } from '@wayproof/scorecard/rules'
import { databaseFault } from '../http/database-refusal.ts'
import type { ChangeFeed } from '../live/change-feed.ts'
import type { ProviderClient } from '../provider-sign-in/provider-client.ts'
import type { Authentication } from '../sign-in/auth.ts'
import { hasSessionEnded, NOTED_EVERY_MS } from '../sign-in/session-limits.ts'

/** Dependencies of a request on machine and settings; bound once, in main.ts. */
export interface Services {
  readonly store: Store
  readonly auth: Authentication
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  readonly timeZone: string
  readonly rules: Rules
  /** Replaces the setting of the smallest wave. No app sets it; tests open small waves. */
  readonly smallestWave?: number | undefined
  readonly defaultLocale: Locale
  readonly reportingUrl: string
  readonly surveyUrl: string
  readonly log: Log
  readonly callerAddress: CallerAddress
  readonly resetLimit: NetworkLimit
  /** Milliseconds by which the clock is ahead of a reference clock; null if there is none. */
  clockOffset(): Promise<number | null>
  readonly clockGuard: ClockGuard
  readonly reportPrinter: ReportPrinter
  readonly changes: ChangeFeed
  /** The malware scanner for evidence files; null if none is configured. */
  readonly scan: ScanFile | null
  /** Null if no web hook is configured. */
  readonly webHook: HookConfig | null
  /** Null if no provider is configured. */
  readonly provider: ProviderClient | null
}

export interface Context extends Services {
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
  services: Services,
  {
    user,
    enrolling = false,
    userId = user?.id ?? null,
    headers = new Headers(),
    answer = new Headers(),
  }: Pick<Context, 'user'> & Partial<Context>,
): Context {
  return { ...services, user, enrolling, userId, headers, answer }
}

/** `isUse`: whether the request counts against the idle limit of its session. */
export async function createContext(
  services: Services,
  { headers, answer, isUse = true }: Pick<Context, 'headers' | 'answer'> & { readonly isUse?: boolean },
): Promise<Context> {
  const session = await sessionUser(services, headers, { isUse })
  const isEnrolling = session?.mustEnrol ?? false
  const userId = session?.person.id ?? null
  const user = isEnrolling ? null : (session?.person ?? null)
  return createContextInner(services, { user, enrolling: isEnrolling, userId, headers, answer })
}

type SessionServices = Pick<Services, 'auth' | 'store' | 'clock'>

/** The user of a request, with the permissions of the role. */
export async function signedIn(services: SessionServices, headers: Headers): Promise<Person | null> {
  const session = await sessionUser(services, headers)
  return session && !session.mustEnrol ? session.person : null
}

export interface SessionUser {
  readonly person: Person
  /** Until the user of a role that needs a second factor has set it up, nothing else is permitted. */
  readonly mustEnrol: boolean
}

/** Header of a request that a page sent on its own, when its user had done nothing for a while. */
const UNATTENDED = 'x-wayproof-unattended'

/**
 * The user of a session. An unknown role has no permissions, and a session that is over is deleted. A request is a use
 * of the session and puts off its idle limit, unless `isUse` or the page says otherwise.
 */
export async function sessionUser(
  { auth, store, clock }: SessionServices,
  headers: Headers,
  { isUse = true } = {},
): Promise<SessionUser | null> {
  if (!headers.has('cookie')) return null
  const authSession = await auth.api.getSession({ headers })
  if (!authSession) return null
  const { id, name, email, role, locale } = authSession.user
  const knownRole = USER_ROLES.find((candidate) => candidate === role)
  if (!knownRole) return null
  const { token, createdAt, updatedAt } = authSession.session
  const now = clock.now()
  const times = { beganAt: createdAt.getTime(), usedAt: updatedAt.getTime() }
  const { session } = await store.authRecords()
  if (hasSessionEnded(times, knownRole, now)) {
    await session.deleteMany({ where: { token } }).catch(unlessUnkept)
    return null
  }
  if (isUse && !headers.has(UNATTENDED) && now - times.usedAt >= NOTED_EVERY_MS) {
    // If the database stores nothing, reading goes on; the session then ends early.
    const noted = session.updateMany({ where: { token }, data: { updatedAt: new Date(now) } })
    await noted.catch(unlessUnkept)
  }
  const person: Person = { id, name, email, role: knownRole, locale: locale === 'en' ? 'en' : 'zh-CN' }
  const requiredAt =
    authSession.user.twoFactorEnabled || authSession.session.providerFactor
      ? null
      : await store.secondFactors.requiredAt(knownRole)
  return { person, mustEnrol: requiredAt !== null && times.beganAt > requiredAt }
}

function unlessUnkept(error: unknown): void {
  if (!databaseFault(error)) throw error
}
