import type { SignInProvider } from '@wayproof/sign-in-provider/open-provider'
import { startProvider } from '@wayproof/sign-in-provider/open-provider'
import type { ProviderPerson } from '@wayproof/sign-in-provider/person'
import { onTestFinished } from 'vitest'
import type { ProviderSettings } from '../../provider-config.ts'
import { CALLBACK } from '../provider-sign-in/provider-route.ts'
import { cookieOf, ORIGIN, openApp } from './open-app.ts'

const CLIENT = { clientId: 'wayproof', clientSecret: 'a secret of the operator' }

const PERSON: ProviderPerson = {
  email: 'mei@x.example',
  name: 'Mei Lin',
  emailVerified: true,
  groups: ['board'],
  amr: ['pwd'],
}

/** The whole app beside a real provider, and a browser that follows the sign-in between them. */
export async function openProviderApp(overrides: Partial<ProviderSettings> = {}, called = (issuer: string) => issuer) {
  const provider = await startProvider({ ...CLIENT, redirectUri: `${ORIGIN}${CALLBACK}` })
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= provider.stop()
    return stopped
  }
  onTestFinished(stop)
  const settings: ProviderSettings = {
    ...CLIENT,
    issuer: called(provider.issuer),
    name: 'Example ID',
    scope: 'openid email profile',
    roleClaim: 'groups',
    roles: [
      { value: 'privacy', role: 'officer' },
      { value: 'desk', role: 'case-handler' },
      { value: 'board', role: 'executive' },
      { value: 'audit', role: 'auditor' },
      { value: 'it', role: 'administrator' },
    ],
    secondFactor: [],
    ...overrides,
  }
  const app = await openApp({ provider: settings })
  return {
    ...app,
    provider,
    stop,
    /** Sets the provider's claims about `login`. */
    claimsOf: (login: string, person: Partial<ProviderPerson> = {}) =>
      void provider.people.set(login, { ...PERSON, ...person }),
    begin: () => begin(app),
    atProvider: (address: string, login: string | null) => atProvider(provider, address, login),
    /** The whole sign-in, in a browser with the cookie `session`; returns where the dashboard then sends the browser, and its cookies. */
    enter: async (login: string, next = '', session = '') => {
      const { address, cookie } = await begin(app, next, session)
      const answer = await app.send(await atProvider(provider, address, login), { headers: { cookie } })
      return { at: answer.headers.get('location'), status: answer.status, cookie: cookieOf(answer) }
    },
  }
}

type App = Awaited<ReturnType<typeof openApp>>

/** Presses the button; returns the provider's address, and the cookie that stays in the browser. */
async function begin({ send }: App, next = '', session = '') {
  const answer = await send(`/api/auth/provider?locale=en&next=${encodeURIComponent(next)}`, {
    headers: { 'sec-fetch-site': 'same-origin', ...(session ? { cookie: session } : {}) },
  })
  return { address: answer.headers.get('location') ?? '', cookie: cookieOf(answer) }
}

/** Signs in at the provider, or cancels there; returns the path of the dashboard to which the provider redirects. */
async function atProvider({ issuer }: SignInProvider, address: string, login: string | null): Promise<string> {
  const jar = new Map<string, string>()
  let url = new URL(address)
  let init: RequestInit = {}
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/)
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location?.startsWith(`${ORIGIN}/`)) return location.slice(ORIGIN.length)
    init = {}
    if (location) {
      url = new URL(location, issuer)
      continue
    }
    const page = await answer.text()
    const [, form] = /action="([^"]+)"/.exec(page) ?? []
    if (!form) throw new Error(`${answer.status} at the provider: ${page.slice(0, 300)}`)
    if (login === null) url = new URL(`${form}/abort`, issuer)
    else {
      url = new URL(form, issuer)
      const body = new URLSearchParams({ prompt: 'login', login, password: 'any' })
      init = { method: 'POST', body }
    }
  }
  throw new Error('the provider goes on for ever')
}
