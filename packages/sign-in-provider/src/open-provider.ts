import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import { type Forgery, signedAgain } from './forged-token.ts'
import type { ProviderPerson } from './person.ts'

export type { Forgery } from './forged-token.ts'
export type { ProviderPerson } from './person.ts'

interface ProviderSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface SignInProvider {
  readonly issuer: string
  /** People who may sign in, by the name they type; tests change their claims. */
  readonly people: Map<string, ProviderPerson>
  /** From now on every ID token has this wrong; null: nothing. */
  forge(forgery: Forgery | null): void
  stop(): Promise<void>
}

/** A real OpenID provider on loopback, with the sign-in pages of `oidc-provider`. For tests only: it asks for no password. */
export async function startProvider({
  clientId,
  clientSecret,
  redirectUri,
}: ProviderSettings): Promise<SignInProvider> {
  const people = new Map<string, ProviderPerson>()
  let forged: Forgery | null = null
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [key] },
    cookies: { keys: ['for tests only'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_, login) => {
      const person = people.get(login)
      if (!person) return undefined
      const { email, name, emailVerified, groups } = person
      const claims = { sub: login, email, name, email_verified: emailVerified, groups: [...groups] }
      return { accountId: login, claims: async () => claims }
    },
    // Nobody is asked whether this app may know them.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    await next()
    const { body } = ctx as { body?: { id_token?: string } }
    if (!body?.id_token) return
    const amr = people.get(decodeJwt(body.id_token).sub ?? '')?.amr
    body.id_token = await signedAgain(body.id_token, { forgery: forged, more: { amr }, ownKey: privateKey })
  })
  server.on('request', provider.callback())
  return {
    issuer,
    people,
    forge: (forgery) => {
      forged = forgery
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
