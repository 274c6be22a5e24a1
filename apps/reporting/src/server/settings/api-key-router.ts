import type { ApiScope } from '@wayproof/accounts/accounts/api-key-store'
import { READER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { API_SCOPES } from '@wayproof/evidence/registers/api-scopes'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { z } from 'zod'
import { newApiToken } from '../api/api-token.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line } from '../trpc/input.ts'
import { managerProcedure, router } from '../trpc/trpc.ts'

const keyInput = z.strictObject({ name: line(60), scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length) })
const idInput = z.strictObject({ id: z.uuid() })

/** The keys of outside systems, which call `/api`. */
export const apiKeyRouter = router({
  list: managerProcedure.query(({ ctx }) => ctx.store.apiKeys.list()),

  /** The only response that contains the key. */
  make: managerProcedure
    .input(keyInput)
    .mutation(async ({ ctx, input }) => unwrap(await makeApiKey(ctx, { ...input, actor: ctx.user }))),

  revoke: managerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.apiKeys.revoke(input.id, ctx.clock.now()))),
})

interface MakeApiKey {
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
