import type { HttpBindings } from '@hono/node-server'
import type { Person, UserInvitation, UserRole } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import type { Id } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { currentSession } from '../accounts/current-session.ts'
import { invitePerson } from '../accounts/invite-person.ts'
import { officeFault } from '../accounts/office-fault.ts'
import { tellOfReader } from '../accounts/tell-of-reader.ts'
import { callerOf } from '../http/caller.ts'
import { refusal } from '../http/refusal.ts'
import type { Refusal } from '../http/refusal-log.ts'
import { requestId } from '../http/request-id.ts'
import { endSession } from '../sign-in/replace-session.ts'
import type { Services } from '../trpc/context.ts'
import type { AdmitServices, Admitted } from './admit-user.ts'
import { admitUser, PROVIDER_ID, providerPerson } from './admit-user.ts'
import { type ProviderNotice, ProviderRefused } from './provider-refusal.ts'
import { ATTEMPT_SECONDS, newAttempt, readAttempt, type SignInAttempt, secretsOf } from './sign-in-attempt.ts'
import { type SignedInPerson, signedInPerson } from './signed-in-person.ts'

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

/**
 * Whether a page of this origin sent the browser here. Older browsers do not name the site; their referrer does. A
 * request that names neither is of no page of ours.
 */
function isOwnPage(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return URL.parse(headers.get('referer') ?? '')?.origin === new URL(publicUrl).origin
}

/** Longer addresses do not fit into the cookie of an attempt. */
const MOST_CHARACTERS = 2_000

/**
 * The path, query and fragment of `next` as a browser on `site` reads it, so that neither an invisible character nor a
 * backslash leads elsewhere; null if that is no page of `site`. `next` comes from anybody's link.
 */
function localPath(next: string, site: string): string | null {
  if (!next.startsWith('/') || !URL.canParse(next, site)) return null
  const { origin, href } = new URL(next, site)
  if (origin !== new URL(site).origin) return null
  const path = href.slice(origin.length)
  return path.startsWith('//') || path.length > MOST_CHARACTERS ? null : path
}

/**
 * Returns the user of the person who signs in, created or changed according to the claims. Throws `ProviderRefused`.
 */
async function admitPerson(services: AdmitServices, person: SignedInPerson): Promise<Admitted> {
  // The first officer signs up with a link, so no one else comes first.
  if (!(await services.store.people.anybody())) throw new ProviderRefused('nobody-yet', 'nobody-yet')
  const foundUser = await userOf(services, person)
  if (foundUser) return admitUser(services, person, foundUser)
  return { userId: await admitNewPerson(services, person), notice: null }
}

interface FoundUser {
  readonly user: Person
  /** False if the account of the same address is about to be linked. */
  readonly isLinked: boolean
}

/** Found by the provider's account, otherwise by the address that the provider has verified. */
async function userOf({ store }: AdmitServices, { identity, email }: SignedInPerson): Promise<FoundUser | null> {
  const users = await store.people.list()
  const id = await store.providerAccounts.userOf(identity)
  const linkedUser = users.find((user) => user.id === id)
  if (linkedUser) return { user: linkedUser, isLinked: true }
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const user = users.find((candidate) => candidate.email === email)
  return user ? { user, isLinked: false } : null
}

/** Creates the user, or proposes an officer or case handler, who then waits. Throws `ProviderRefused`. */
async function admitNewPerson(services: AdmitServices, person: SignedInPerson): Promise<Id> {
  const { store, clock, ids } = services
  const { identity, name, email, role, locale } = person
  const now = clock.now()
  if (email === null) throw new ProviderRefused('no-email', 'no verified email')
  const open = (await store.people.invitations(now)).find((invitation) => invitation.email === email) ?? null
  const isProposed = open !== null && (await isProposal(services, open))
  if (isProposed && open.role !== role) {
    await store.people.revoke({ id: open.id, by: providerPerson(services.provider.settings) }, now)
    return admitNewPerson(services, person)
  }
  if (role === null) throw new ProviderRefused('no-role', 'no-role')
  if ((open === null || isProposed) && (await store.providerAccounts.isBarred(identity, email)))
    throw new ProviderRefused('removed', 'removed')
  if (open && open.role !== role) throw new ProviderRefused('invited-otherwise', 'invited-otherwise')
  const fault = await officeFault(services, { id: null, email, role })
  if (fault) throw new ProviderRefused('other-person', fault)
  if (APPOINTED_ROLES.some((appointedRole) => appointedRole === role))
    await refuseUnconfirmed(services, person, role, open)
  const user = { id: ids.next(), name, email, role, locale }
  const accountId = ids.next()
  const joined = await store.providerAccounts.join(
    { person: user, identity, accountId, invitationId: open?.id ?? null },
    now,
  )
  if (!joined.ok) throw new ProviderRefused('refused', joined.fault.code)
  await tellOfReader(services, user)
  return user.id
}

/** An officer or case handler gets in after another person has confirmed it. */
async function refuseUnconfirmed(
  services: AdmitServices,
  { email, locale }: SignedInPerson,
  role: UserRole,
  open: UserInvitation | null,
): Promise<void> {
  const { store, clock, provider } = services
  if (open) {
    const appointment = (await store.appointments.list(clock.now())).find(({ id }) => id === open.id)
    if (appointment?.confirmed) return
  } else {
    const actor = providerPerson(provider.settings)
    const invitation = await invitePerson(services, { email: email ?? '', role, locale, actor })
    if (!invitation.ok) throw new ProviderRefused('refused', invitation.fault.code)
  }
  throw new ProviderRefused('waits', 'waits')
}

async function isProposal({ store }: AdmitServices, { id }: UserInvitation): Promise<boolean> {
  const [proposer] = await store.appointments.hands(id)
  return proposer?.id === PROVIDER_ID
}
