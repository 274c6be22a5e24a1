import { isLoopback } from '@wayproof/kernel/settings/app-settings'
import * as oidc from 'openid-client'
import type { ProviderSettings } from '../../provider-config.ts'
import { ProviderRefused } from './provider-refusal.ts'
import type { AttemptSecrets } from './sign-in-attempt.ts'

/** Time limit in seconds for one response of the provider. */
const TIMEOUT = 10

type Claims = Readonly<Record<string, unknown>>

export interface ProviderClaims {
  /** Claims of the ID token, after its signature was checked. */
  readonly token: Claims
  /** The same, with the claims of the user info endpoint. */
  readonly allClaims: Claims
}

export interface ProviderClient {
  readonly settings: ProviderSettings
  /** Returns the address to which the browser goes. Throws `ProviderRefused`. */
  begin(secrets: AttemptSecrets): Promise<URL>
  /** Returns the claims about the person who came back to `address`. Throws `ProviderRefused`. */
  finish(address: URL, secrets: AttemptSecrets): Promise<ProviderClaims>
}

/** Authorization code flow with PKCE; ID tokens need a valid signature of the provider. */
export function providerClient(settings: ProviderSettings, redirectUri: string): ProviderClient {
  let configuration: Promise<oidc.Configuration> | null = null
  // A failed discovery is not cached.
  const provider = () => {
    configuration ??= discover(settings)
    return configuration.catch((error: unknown) => {
      configuration = null
      throw error
    })
  }
  const withTrust = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw refusalOf(error)
    })
  return {
    settings,
    begin: (secrets) => withTrust(provider().then((config) => addressOf(config, settings, redirectUri, secrets))),
    finish: (address, secrets) => withTrust(provider().then((config) => claimsOf(config, address, secrets))),
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  const execute = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const options = { execute, timeout: TIMEOUT, [oidc.customFetch]: encryptedFetch }
  const discovered = await oidc.discovery(server, clientId, undefined, undefined, options)
  const metadata = discovered.serverMetadata()
  // "Basic" is the default of the standard.
  const usesPost = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post')
  const secret = usesPost ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret)
  const config = new oidc.Configuration(metadata, clientId, undefined, secret)
  config.timeout = TIMEOUT
  config[oidc.customFetch] = encryptedFetch
  if (execute.length > 0) oidc.allowInsecureRequests(config)
  // Without this, the library skips the signature of an ID token that came directly from the provider.
  oidc.enableNonRepudiationChecks(config)
  return config
}

/** The discovery of a provider on this machine may name other hosts; they are called over https only. */
const encryptedFetch: oidc.CustomFetch = (url, options) => {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !isLoopback(hostname)) return Promise.reject(new TypeError('not encrypted'))
  return fetch(url, { ...options, redirect: 'manual' } as RequestInit)
}

async function addressOf(
  config: oidc.Configuration,
  { scope }: ProviderSettings,
  redirectUri: string,
  { state, nonce, codeVerifier }: AttemptSecrets,
): Promise<URL> {
  return oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })
}

async function claimsOf(
  config: oidc.Configuration,
  address: URL,
  { state, nonce, codeVerifier }: AttemptSecrets,
): Promise<ProviderClaims> {
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true }
  const tokens = await oidc.authorizationCodeGrant(config, address, checks)
  const token: Claims = { ...tokens.claims() }
  if (!config.serverMetadata().userinfo_endpoint) return { token, allClaims: token }
  const userInfo = await oidc.fetchUserInfo(config, tokens.access_token, String(token.sub))
  return { token, allClaims: { ...userInfo, ...token } }
}

/** Errors by which the provider says that the person canceled. */
const DENIED: readonly string[] = ['access_denied', 'login_required', 'interaction_required', 'consent_required']

/** Codes of the library for a response that must not be trusted. */
const UNTRUSTED: readonly string[] = [
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_JWT_USERINFO_EXPECTED',
  'OAUTH_UNSUPPORTED_OPERATION',
  'OAUTH_PARSE_ERROR',
]

/** The provider chooses names of errors, so only names in the form of the standard are logged. */
const safeName = (error: string): string => (/^[a-z_]{1,40}$/.test(error) ? error : 'unnamed')

/** Maps an error of the library or the network to the reason that the sign-in page shows. */
function refusalOf(error: unknown): ProviderRefused {
  if (error instanceof ProviderRefused) return error
  if (error instanceof oidc.AuthorizationResponseError)
    return new ProviderRefused(DENIED.includes(error.error) ? 'denied' : 'refused', safeName(error.error))
  if (error instanceof oidc.ResponseBodyError)
    return new ProviderRefused(error.error === 'invalid_grant' ? 'expired' : 'refused', safeName(error.error))
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (UNTRUSTED.includes(code)) return new ProviderRefused('untrusted', claimOf(error) ?? code)
  return new ProviderRefused('unreachable', code || (error instanceof Error ? error.name : 'unknown'))
}

/** The unexpected claim or attribute. */
function claimOf(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const cause: unknown = current.cause
    if (typeof cause !== 'object' || cause === null || cause instanceof Error) continue
    if ('claim' in cause && typeof cause.claim === 'string') return `claim ${cause.claim}`
    if ('attribute' in cause && typeof cause.attribute === 'string') return `attribute ${cause.attribute}`
  }
  return null
}
