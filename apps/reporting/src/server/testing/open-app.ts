import type { PasswordCost } from '@wayproof/accounts/accounts/password-hash'
import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import type { ScanFile } from '@wayproof/evidence/attachments/ports'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { callerAddress } from '@wayproof/kernel/network/caller-address'
import type { Locale } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { openStore } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { onTestFinished } from 'vitest'
import type { ProviderSettings } from '../../provider-config.ts'
import { resetLimit } from '../bind-services.ts'
import type { DrawHome } from '../http/drawn-home.ts'
import type { WebFiles } from '../http/web-files.ts'
import { httpApp } from '../http.ts'
import { changeFeed } from '../live/change-feed.ts'
import { providerClient } from '../provider-sign-in/provider-client.ts'
import { CALLBACK } from '../provider-sign-in/provider-route.ts'
import { authentication } from '../sign-in/auth.ts'
import type { Services } from '../trpc/context.ts'

export const ORIGIN = 'http://127.0.0.1:4320'
export const PASSWORD = 'a password of some length'

/** Passwords in tests are public, and a guess at the product's cost takes 45 ms of a core. */
const CHEAP: PasswordCost = { memoryKib: 8, passes: 1 }

const MINUTE = 60_000
const start = Date.parse('2026-07-01T09:00:00Z')
const noWeb: WebFiles = { index: '<html><head></head></html>', get: () => undefined, find: () => undefined }

/** The whole server on its own database, with a clock that only the test moves. */
export async function openApp({
  reportingUrl = ORIGIN,
  web = noWeb,
  draw = null as DrawHome | null,
  clockOffset = null as number | null,
  proxies = [] as string[],
  provider = null as ProviderSettings | null,
  scan = null as ScanFile | null,
  installation = null as TestDatabase | null,
  keys = keyring(systemTokens.bytes(32)),
  passwordCost = CHEAP as PasswordCost | null,
} = {}) {
  const database = installation ?? (await testInstallation())
  let now = start
  let wrongBy = 0
  const clock = { now: () => now + wrongBy }
  const stopwatch = { elapsed: () => now - start }
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    rules: RULES,
    timeZone: 'Asia/Shanghai',
    passwordCost: passwordCost ?? undefined,
  }
  const store = await openStore({ databaseUrl: database.databaseUrl, sleep: systemSleep, ...machine })
  const refused: number[] = []
  const logged: Record<string, unknown>[] = []
  const settings = { reportingUrl, surveyUrl: 'http://127.0.0.1:4310', defaultLocale: 'zh-CN', webHook: null } as const
  const log = (entry: Record<string, unknown>) => void logged.push(entry)
  const bound = {
    ...machine,
    ...SMALL_WAVES,
    ...settings,
    store,
    log,
    scan,
    clockOffset: async () => clockOffset,
    callerAddress: callerAddress(proxies),
    resetLimit: resetLimit({ store, tokens: systemTokens, onRefused: () => refused.push(now) }),
    clockGuard: clockGuard({
      clock,
      stopwatch,
      clockOffset: async () => clockOffset,
      trustedClock: store.trustedClock,
    }),
  }
  await bound.clockGuard.check()
  const looks = new Set<() => Promise<void>>()
  const repeat = (work: () => Promise<void>) => {
    looks.add(work)
    return () => void looks.delete(work)
  }
  const changes = changeFeed({ auditLog: store.auditLog, arrivals: () => store.arrivals(), repeat })
  const reportPrinter = openReportPrinter(() => new AbortController().signal)
  const client = provider && providerClient(provider, `${reportingUrl}${CALLBACK}`)
  const services: Services = { ...bound, changes, auth: await authentication(bound), reportPrinter, provider: client }
  onTestFinished(async () => {
    await reportPrinter.close()
    await store.close()
  })
  const app = httpApp(services, web, draw)

  /** Sends like one of our own pages; `headers` may override that. `peer` is the other end of the connection. */
  let peer = '203.0.113.7'
  const send = (path: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {}) =>
    app.request(
      path,
      { ...init, headers: { origin: reportingUrl, ...headers } },
      { incoming: { socket: { remoteAddress: peer } } },
    )
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
    post('/api/auth/sign-in/email', { email, password }, headers)

  return {
    services,
    database,
    app,
    logged,
    /** When a limit refused a form. */
    refused,
    send,
    post,
    signIn,
    from: (address: string) => {
      peer = address
    },
    /** The look at the audit log that comes every few seconds; says whether anybody listens. */
    look: async () => {
      for (const work of looks) await work()
      return looks.size > 0
    },
    pass: (minutes: number) => {
      now += minutes * MINUTE
    },
    /** Sets the clock, independently of the time that passes. */
    setWrong: (minutes: number) => {
      wrongBy = minutes * MINUTE
    },
    /** Creates a user with this role and a session; returns its cookie. */
    join: async (
      role: UserRole,
      email = `${role}@x.example`,
      locale: Locale = 'en',
    ): Promise<{ person: Person; cookie: string }> => {
      const person = await joinAs(services, role, email, locale)
      return { person, cookie: cookieOf(await signIn(email)) }
    },
  }
}

async function joinAs(
  { store, ids, clock, auth }: Services,
  role: UserRole,
  email: string,
  locale: Locale,
): Promise<Person> {
  const id = ids.next()
  const times = { createdAt: clock.now(), expiresAt: clock.now() + MINUTE }
  await store.people.invite({ id, email, role, locale, invitedBy: null, ...times })
  const passwordHash = await (await auth.$context).password.hash(PASSWORD)
  const user = { userId: ids.next(), accountId: ids.next(), name: role, email, passwordHash, locale }
  const accepted = await store.people.accept({ invitationId: id, ...user }, clock.now())
  if (!accepted.ok) throw new Error(accepted.fault.code)
  return accepted.value
}

export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
