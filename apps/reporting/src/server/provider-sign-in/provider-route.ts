import type { HttpBindings } from '@hono/node-server'
import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { currentSession } from '../accounts/current-session.ts'
import { callerOf } from '../http/caller.ts'
import { isOwnPage } from '../http/is-own-page.ts'
import { refusal } from '../http/refusal.ts'
import type { Refusal } from '../http/refusal-log.ts'
import { requestId } from '../http/request-id.ts'
import { endSession } from '../sign-in/replace-session.ts'
import type { Services } from '../trpc/context.ts'
import { admitPerson } from './admit-person.ts'
import type { AdmitServices } from './admitted.ts'
import { localPath } from './local-path.ts'
import { type ProviderNotice, ProviderRefused } from './provider-refusal.ts'
import { ATTEMPT_SECONDS, newAttempt, readAttempt, type SignInAttempt, secretsOf } from './sign-in-attempt.ts'
import { signedInPerson } from './signed-in-person.ts'

type ProviderApp = { Bindings: Partial<HttpBindings> }

/** Path to which the provider sends the browser back, below the public address of the dashboard. */
export const CALLBACK = '/api/auth/provider/callback'

/** Limit of failed returns from the provider for one network address. */
const RETURNS: CallLimit = { calls: 100, milliseconds: 15 * 60_000 }

interface SignedIn {
  readonly cookies: readonly string[]
  readonly notice: ProviderNotice | null
  /** The page that asks for the code of the app. */
  readonly isCode: boolean
}

/** Sign-in by the provider of the organization: redirect and callback. */
export function providerRoute(services: Services, onRefusal: (refusal: Refusal) => void): Hono<ProviderApp> {
  const app = new Hono<ProviderApp>()
  const { provider, keyring, clock, reportingUrl, log } = services
  if (!provider) return app.all('*', (c) => c.json(refusal('NOT_FOUND', 404), 404))
  const isSecure = reportingUrl.startsWith('https:')
  const cookieName = `${isSecure ? '__Host-' : ''}wayproof.provider`
  // The callback comes from the provider's page, and a strict same-site cookie would not be sent.
  const attributes = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const

  function refuse(c: Context, error: unknown, attempt: Pick<SignInAttempt, 'next'> | null) {
    if (!(error instanceof ProviderRefused)) throw error
    const { refusal: code, reason } = error
    onRefusal({ event: 'provider-sign-in', code, at: '/api/auth/provider', faultCode: reason, errorId: requestId() })
    return c.redirect(signInPage({ provider: code, next: attempt?.next }), 303)
  }

  return app
    .get('/', async (c) => {
      const path = localPath(c.req.query('next') ?? '', reportingUrl)
      // A link elsewhere would open a session without the person, if the provider still knows them.
      if (!isOwnPage(c.req.raw.headers, reportingUrl)) return c.redirect(signInPage({ next: path }), 303)
      const session = await currentSession({ auth: services.auth, headers: c.req.raw.headers })
      const locale = nearestLocale(c.req.query('locale') ?? '')
      const attempt = newAttempt(services, { locale, next: path, session }, clock.now())
      try {
        const address = await provider.begin(secretsOf(keyring, attempt))
        setCookie(c, cookieName, attempt.cookie, { ...attributes, maxAge: ATTEMPT_SECONDS })
        return c.redirect(address.href, 303)
      } catch (error) {
        return refuse(c, error, attempt)
      }
    })
    .get('/callback', async (c) => {
      const attempt = readAttempt(keyring, getCookie(c, cookieName), clock.now())
      setCookie(c, cookieName, '', { ...attributes, maxAge: 0 })
      try {
        const { search } = new URL(c.req.url)
        const session = await completeSignIn(
          { ...services, provider },
          { attempt, search, caller: callerOf(services, c) },
        )
        for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true })
        log({ level: 'info', event: 'provider-sign-in', userId: session.userId, notice: session.notice })
        const next = attempt?.next
        if (!session.isCode && !session.notice) return c.redirect(next ?? '/', 303)
        return c.redirect(signInPage({ provider: session.notice, code: session.isCode ? 'asked' : null, next }), 303)
      } catch (error) {
        return refuse(c, error, attempt)
      }
    })
}

interface ComingBack {
  readonly attempt: SignInAttempt | null
  readonly search: string
  readonly caller: string | null
}

/** Signs in the person who returns from the provider. Throws `ProviderRefused`. */
async function completeSignIn(
  services: Services & AdmitServices,
  { attempt, search, caller }: ComingBack,
): Promise<SignedIn & { readonly userId: string }> {
  const { store, clock, keyring, provider, reportingUrl, auth } = services
  const count = caller === null ? null : `provider-from|${caller}`
  if (count && (await store.callLimits.take(count, RETURNS, clock.now())) !== null)
    throw new ProviderRefused('too-many', 'too-many')
  if (!attempt) throw new ProviderRefused('not-begun', 'no attempt')
  const secrets = secretsOf(keyring, attempt)
  if (new URLSearchParams(search).get('state') !== secrets.state) throw new ProviderRefused('not-begun', 'wrong state')
  const claims = await provider.finish(new URL(`${reportingUrl}${CALLBACK}${search}`), secrets)
  const person = signedInPerson(provider.settings, claims, attempt.locale)
  const { userId, notice } = await admitPerson(services, person)
  const body = { userId, providerFactor: person.secondFactor }
  const { headers, response } = await auth.api.signInByProvider({ body, returnHeaders: true })
  if (count) await store.callLimits.giveBack(count)
  if (attempt.session) await endSession(services, { id: attempt.session })
  return { userId, notice, cookies: headers.getSetCookie(), isCode: response.twoFactorRedirect }
}

function signInPage(
  search:
    | Readonly<Record<'provider' | 'code' | 'next', string | null | undefined>>
    | Record<string, string | null | undefined>,
): string {
  const givenParameters = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/sign-in?${new URLSearchParams(givenParameters)}`
}
