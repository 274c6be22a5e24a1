import type { Clock, Ids, Locale, Tokens } from '@wayproof/kernel'
import type { ClockGuard } from '@wayproof/kernel/clock-guard'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Log } from '@wayproof/kernel/operation-log'
import type { Rules } from '@wayproof/scorecard'
import { type Person, type Store, USER_ROLES } from '@wayproof/store'
import type { Authentication } from './auth.ts'
import type { CallerAddress } from './caller-address.ts'
import { databaseFault } from './database-refusal.ts'
import type { ReportPrinter } from './export/report-printer.ts'
import { hasSessionEnded, NOTED_EVERY_MS } from './session-limits.ts'

/** What a request needs of the machine and the settings; bound once, in main.ts. */
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
  /** Milliseconds by which the clock is ahead of the one it is compared with; null where there is none. */
  clockOffset(): Promise<number | null>
  readonly clockGuard: ClockGuard
  readonly reportPrinter: ReportPrinter
}

export interface Context extends Parts {
  readonly user: Person | null
  /** Headers of the request, for the sign-in library. */
  readonly headers: Headers
  /** Headers of the answer: cookies. */
  readonly answer: Headers
}

/** Needs no HTTP. */
export function createContextInner(
  parts: Parts,
  { user, headers = new Headers(), answer = new Headers() }: Pick<Context, 'user'> & Partial<Context>,
): Context {
  return { ...parts, user, headers, answer }
}

export async function createContext(parts: Parts, headers: Headers, answer: Headers): Promise<Context> {
  return createContextInner(parts, { user: await signedIn(parts, headers), headers, answer })
}

/** The user who sends the request. A role we do not know may nothing, and a session that is over ends for good. */
export async function signedIn(
  { auth, store, clock }: Pick<Parts, 'auth' | 'store' | 'clock'>,
  headers: Headers,
): Promise<Person | null> {
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
    // Where the database keeps nothing, reading goes on; the session then ends early.
    const noted = session.updateMany({ where: { token }, data: { updatedAt: new Date(now) } })
    await noted.catch(unlessUnkept)
  }
  return { id, name, email, role: known, locale: locale === 'en' ? 'en' : 'zh-CN' }
}

function unlessUnkept(error: unknown): void {
  if (!databaseFault(error)) throw error
}
