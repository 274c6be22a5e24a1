import { dateAt } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import type { ApiKey, ApiScope } from '@wayproof/store'
import type { Parts } from '../context.ts'
import { idOfToken } from './api-token.ts'

/** Compared with where there is no key, so that nothing tells a revoked key from one that never was. */
const NO_HASH = new Uint8Array(32)

/** The key that an `Authorization` header proves, for what is asked; null without any hint why not. Notes the day of use. */
export async function checkApiKey(
  { store, clock, keyring, timeZone }: Pick<Parts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { authorization, scope }: { readonly authorization: string | undefined; readonly scope: ApiScope },
): Promise<Pick<ApiKey, 'id' | 'name'> | null> {
  const [, token = ''] = /^bearer +(\S{1,200})$/i.exec(authorization ?? '') ?? []
  const id = idOfToken(token)
  const key = id === null ? null : await store.apiKeys.held(id)
  const right = equalBytes(keyring.mac('api-key', token), key?.keyHash ?? NO_HASH)
  if (!key || !right || key.scope !== scope) return null
  const today = dateAt(clock.now(), timeZone)
  if (key.lastUsedOn !== today) await store.apiKeys.used(key.id, today)
  return { id: key.id, name: key.name }
}
