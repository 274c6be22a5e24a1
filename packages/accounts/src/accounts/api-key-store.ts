import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

/** A permission of an external system's key: to read or write a register, or to read the scorecard. */
export type ApiScope = `${string}:read` | `${string}:write`

export interface ApiKey {
  readonly id: Id
  /** Name of the system that uses it. */
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: Instant
  readonly createdById: Id
  /** Name of the person who created it. */
  readonly createdBy: string
  /** Exact to the day; null before the first use. */
  readonly lastUsedOn: CalendarDate | null
  readonly revokedAt: Instant | null
}

export interface NewApiKey extends Omit<ApiKey, 'lastUsedOn' | 'revokedAt'> {
  readonly keyHash: Uint8Array
}

/** A valid key, with the hash to which a caller's key is compared. */
export type ValidApiKey = Pick<ApiKey, 'id' | 'name' | 'scopes' | 'lastUsedOn'> & Pick<NewApiKey, 'keyHash'>

/** An answer to a request, under the idempotency key of the caller. */
export interface ApiAnswer {
  readonly keyId: Id
  readonly askedAs: Uint8Array
  /** Hash of the request's body. */
  readonly bodyHash: Uint8Array
  readonly answer: string
  readonly at: Instant
}

export interface ApiKeyStore {
  /** Newest first, including revoked keys. */
  list(): Promise<readonly ApiKey[]>
  /** Fault `name-taken`: a valid key has this name. */
  create(key: NewApiKey): Promise<Outcome<null>>
  /** Deletes the hash and the answers. Fault `key-unknown`, also for a key that is already revoked. */
  revoke(id: Id, at: Instant): Promise<Outcome<null>>
  /** The valid key; null also if its creator may no longer create keys. */
  valid(id: Id): Promise<ValidApiKey | null>
  used(id: Id, on: CalendarDate): Promise<void>
  answer(keyId: Id, askedAs: Uint8Array, now: Instant): Promise<ApiAnswer | null>
  /** Stores an answer; ignored if there is one under this name. */
  storeAnswer(answer: ApiAnswer): Promise<void>
}

/** How long the same request gets the same answer. */
export const ANSWER_LIFETIME_MS = 24 * 3_600_000

export function apiKeyStore(database: RecordDatabase): ApiKeyStore {
  return {
    list: async () => {
      const { apiKey } = await database.records()
      const keys = await apiKey.findMany({ omit: { keyHash: true }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      return keys.map(({ scope, ...key }) => recordOf<ApiKey>({ ...key, scopes: scopesOf(scope) }))
    },
    create: ({ scopes, keyHash, createdAt, ...key }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        if (await records.apiKey.findFirst({ where: { name: key.name, revokedAt: null } })) return fail('name-taken')
        const columns = { scope: scopes.join(' '), keyHash: new Uint8Array(keyHash) }
        await records.apiKey.create({ data: { ...key, ...columns, createdAt: new Date(createdAt) } })
        const details = { scopes: scopes.length }
        await addAuditEntry(records, { act: 'key-made', at: createdAt, subject: key.id, details })
        return ok(null)
      }),
    revoke: (id, at) =>
      database.transaction(async ({ records }) =>
        (await revokeKeys(records, { id }, at)) === 0 ? fail('key-unknown') : ok(null),
      ),
    valid: async (id) => {
      const { apiKey, user } = await database.records()
      const key = await apiKey.findUnique({ where: { id, revokedAt: null } })
      if (!key?.keyHash) return null
      const maker = { id: key.createdById, role: { in: ['officer', 'administrator'] } }
      if (!(await user.findUnique({ where: maker }))) return null
      const { name, lastUsedOn, keyHash, scope } = key
      return { id, name, lastUsedOn, keyHash, scopes: scopesOf(scope) }
    },
    used: async (id, on) => {
      const { apiKey } = await database.records()
      await apiKey.updateMany({ where: { id }, data: { lastUsedOn: on } })
    },
    answer: async (keyId, askedAs, now) => {
      const { apiAnswer } = await database.records()
      const storedAnswer = await apiAnswer.findUnique({
        where: { ...named({ keyId, askedAs }), at: { gt: new Date(now - ANSWER_LIFETIME_MS) } },
      })
      return storedAnswer && recordOf<ApiAnswer>(storedAnswer)
    },
    storeAnswer: ({ bodyHash, at, answer, ...name }) =>
      database.transaction(async ({ records: { apiAnswer } }) => {
        await apiAnswer.deleteMany({ where: { at: { lte: new Date(at - ANSWER_LIFETIME_MS) } } })
        const where = named(name)
        const stored = { bodyHash: new Uint8Array(bodyHash), answer, at: new Date(at) }
        await apiAnswer.upsert({ where, create: { ...where.keyId_askedAs, ...stored }, update: {} })
      }),
  }
}

const named = ({ keyId, askedAs }: Pick<ApiAnswer, 'keyId' | 'askedAs'>) => ({
  keyId_askedAs: { keyId, askedAs: new Uint8Array(askedAs) },
})

const scopesOf = (scope: string): ApiScope[] =>
  scope.split(' ').filter((text): text is ApiScope => /:(read|write)$/.test(text))

/**
 * For a transaction: revokes a key, or all keys that a person created, and deletes their stored answers. Returns the
 * number of keys that were valid.
 */
export async function revokeKeys(
  records: Prisma.TransactionClient,
  where: { readonly id: Id } | { readonly createdById: Id },
  at: Instant,
): Promise<number> {
  const keys = await records.apiKey.findMany({ where, select: { id: true, revokedAt: true } })
  await records.apiAnswer.deleteMany({ where: { keyId: { in: keys.map(({ id }) => id) } } })
  const data = { revokedAt: new Date(at), keyHash: null }
  const valid = keys.filter(({ revokedAt }) => revokedAt === null)
  for (const { id } of valid) {
    await records.apiKey.update({ where: { id }, data })
    await addAuditEntry(records, { act: 'key-ended', at, subject: id })
  }
  return valid.length
}
