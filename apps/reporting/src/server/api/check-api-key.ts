import { dateAt, fail, type Outcome, ok } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import type { ApiKey, ApiScope } from '@wayproof/store'
import type { Parts } from '../trpc/context.ts'
import { idOfToken } from './api-token.ts'

/** Compared with where there is no key, so that nothing tells a revoked key from one that never was. */
const NO_HASH = new Uint8Array(32)

/** The key that an `Authorization` header proves, for what is asked. Fault `no-key` without any hint why, `not-in-scope` of a key that holds. Notes the day of use. */
export async function checkApiKey(
  { store, clock, keyring, timeZone }: Pick<Parts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { authorization, scope }: { readonly authorization: string | undefined; readonly scope: ApiScope },
): Promise<Outcome<Pick<ApiKey, 'id' | 'name'>, { readonly code: 'no-key' | 'not-in-scope' }>> {
  const [, token = ''] = /^bearer +(\S{1,200})$/i.exec(authorization ?? '') ?? []
  const id = idOfToken(token)
  const key = id === null ? null : await store.apiKeys.held(id)
  const right = equalBytes(keyring.mac('api-key', token), key?.keyHash ?? NO_HASH)
  if (!key || !right) return fail('no-key')
  if (!key.scopes.includes(scope)) return fail('not-in-scope')
  const today = dateAt(clock.now(), timeZone)
  if (key.lastUsedOn !== today) await store.apiKeys.used(key.id, today)
  return ok({ id: key.id, name: key.name })
}
