import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { READER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { newApiToken } from './api-token.ts'

export interface MakeApiKey {
  readonly name: string
  readonly scopes: readonly ApiScope[]
  /** The key ends with this person's access. */
  readonly actor: { readonly id: Id; readonly name: string; readonly role: UserRole }
}

/**
 * Creates a key and returns it once: only its keyed hash is stored.
 * Faults: `name-taken`, and `key-reads` if the creator may not read what the key would.
 */
export async function makeApiKey(
  { store, clock, ids, tokens, keyring }: Pick<Services, 'store' | 'clock' | 'ids' | 'tokens' | 'keyring'>,
  { name, scopes, actor }: MakeApiKey,
): Promise<Outcome<{ readonly token: string }>> {
  if (!READER_ROLES.includes(actor.role) && scopes.some((scope) => scope.endsWith(':read'))) return fail('key-reads')
  const id = ids.next()
  const token = newApiToken(id, tokens)
  const keyHash = keyring.mac('api-key', token)
  const created = await store.apiKeys.create({
    id,
    name,
    scopes,
    keyHash,
    createdAt: clock.now(),
    createdById: actor.id,
    createdBy: actor.name,
  })
  return created.ok ? ok({ token }) : created
}
