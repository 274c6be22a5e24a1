import { type Id, type Outcome, ok } from '@wayproof/kernel'
import type { ApiScope } from '@wayproof/store'
import type { Parts } from '../context.ts'
import { newApiToken } from './api-token.ts'

export interface MakeApiKey {
  readonly name: string
  readonly scopes: readonly ApiScope[]
  /** The officer, with whose access the key ends. */
  readonly by: { readonly id: Id; readonly name: string }
}

/** A new key, told this once: only its keyed hash is kept. Fault `name-taken`. */
export async function makeApiKey(
  { store, clock, ids, tokens, keyring }: Pick<Parts, 'store' | 'clock' | 'ids' | 'tokens' | 'keyring'>,
  { name, scopes, by }: MakeApiKey,
): Promise<Outcome<{ readonly token: string }>> {
  const id = ids.next()
  const token = newApiToken(id, tokens)
  const keyHash = keyring.mac('api-key', token)
  const made = await store.apiKeys.create({
    id,
    name,
    scopes,
    keyHash,
    createdAt: clock.now(),
    createdById: by.id,
    createdBy: by.name,
  })
  return made.ok ? ok({ token }) : made
}
