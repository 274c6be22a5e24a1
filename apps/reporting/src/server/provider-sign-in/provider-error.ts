import * as oidc from 'openid-client'
import { ProviderRefused } from './provider-refusal.ts'

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
export function refusalOf(error: unknown): ProviderRefused {
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
