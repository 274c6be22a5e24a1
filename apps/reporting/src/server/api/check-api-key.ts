import type { ApiKey, ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import type { Services } from '../trpc/context.ts'
import { idOfToken } from './api-token.ts'

/** Compared if there is no such key, so that timing does not distinguish a revoked key from an unknown one. */
const NO_HASH = new Uint8Array(32)

/**
 * Returns the key that an `Authorization` header proves, and records the day of use.
 * Faults: `no-key` without a reason; `not-in-scope` if the key is valid but lacks the permission.
 */
export async function checkApiKey(
  { store, clock, keyring, timeZone }: Pick<Services, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { authorization, scope }: { readonly authorization: string | undefined; readonly scope: ApiScope },
): Promise<Outcome<Pick<ApiKey, 'id' | 'name'>, { readonly code: 'no-key' | 'not-in-scope' }>> {
  const [, token = ''] = /^bearer +(\S{1,200})$/i.exec(authorization ?? '') ?? []
  const id = idOfToken(token)
  const key = id === null ? null : await store.apiKeys.valid(id)
  const isRight = equalBytes(keyring.mac('api-key', token), key?.keyHash ?? NO_HASH)
  if (!key || !isRight) return fail('no-key')
  if (!key.scopes.includes(scope)) return fail('not-in-scope')
  const today = dateAt(clock.now(), timeZone)
  if (key.lastUsedOn !== today) await store.apiKeys.used(key.id, today)
  return ok({ id: key.id, name: key.name })
}
