import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence'
import { type CalendarDate, fail, type Id, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { IMPORTED_REGISTERS, type ImportedRegister } from '../registers/register-overview-store.ts'

/** What an outside system may do with its key. */
export type ApiScope = `${ImportedRegister}:write` | `${RegisterId}:read`

/** Each register can be written; travelers cannot be read. */
export const API_SCOPES: readonly ApiScope[] = [
  ...IMPORTED_REGISTERS.map((register) => `${register}:write` as const),
  ...REGISTER_IDS.map((register) => `${register}:read` as const),
]

export interface ApiKey {
  readonly id: Id
  /** Name of the system that holds it. */
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: Instant
  readonly createdById: Id
  /** Name of the person who made it. */
  readonly createdBy: string
  /** To the day; null before the first use. */
  readonly lastUsedOn: CalendarDate | null
  readonly revokedAt: Instant | null
}

export interface NewApiKey extends Omit<ApiKey, 'lastUsedOn' | 'revokedAt'> {
  readonly keyHash: Uint8Array
}

/** A key that holds, with what a caller's is compared to. */
export type HeldApiKey = Pick<ApiKey, 'id' | 'name' | 'scopes' | 'lastUsedOn'> & Pick<NewApiKey, 'keyHash'>

/** An answer under the key that the caller chose for the request. */
export interface ApiAnswer {
  readonly keyId: Id
  readonly askedAs: Uint8Array
  /** Hash of the body that was sent under it. */
  readonly bodyHash: Uint8Array
  readonly answer: string
  readonly at: Instant
}

export interface ApiKeyStore {
  /** Newest first, those that were revoked among them. */
  list(): Promise<readonly ApiKey[]>
  /** Fault `name-taken` by a key that holds. */
  create(key: NewApiKey): Promise<Outcome<null>>
  /** Forgets the hash, and the answers. Fault `key-unknown`, also for one that was revoked before. */
  revoke(id: Id, at: Instant): Promise<Outcome<null>>
  /** Null also for a key whose maker may make none any more. */
  held(id: Id): Promise<HeldApiKey | null>
  used(id: Id, on: CalendarDate): Promise<void>
  answer(keyId: Id, askedAs: Uint8Array, now: Instant): Promise<ApiAnswer | null>
  /** The first answer stands. */
  keepAnswer(answer: ApiAnswer): Promise<void>
}

/** How long an answer is given again. */
const KEEP = 24 * 3_600_000

const LIST = `SELECT id, name, scope AS scopes, created_at AS createdAt, created_by_id AS createdById,
  created_by AS createdBy, last_used_on AS lastUsedOn,
  revoked_at AS revokedAt FROM api_key ORDER BY created_at DESC, id`
const INSERT = `INSERT INTO api_key (id, name, scope, key_hash, created_at, created_by_id, created_by)
  VALUES (@id, @name, @scopes, @keyHash, @createdAt, @createdById, @createdBy)`
const HELD = `SELECT id, name, scope AS scopes, last_used_on AS lastUsedOn, key_hash AS keyHash
  FROM api_key WHERE id = ? AND revoked_at IS NULL
  AND EXISTS (SELECT 1 FROM user WHERE user.id = created_by_id AND user.role IN ('officer', 'administrator'))`
const ANSWER = `SELECT key_id AS keyId, asked_as AS askedAs, body_hash AS bodyHash, answer, at
  FROM api_answer WHERE key_id = ? AND asked_as = ? AND at > ?`
const KEEP_ANSWER = `INSERT INTO api_answer (key_id, asked_as, body_hash, answer, at)
  VALUES (@keyId, @askedAs, @bodyHash, @answer, @at) ON CONFLICT DO NOTHING`

export function apiKeyStore(database: Database): ApiKeyStore {
  return {
    list: async () => database.read<Kept<ApiKey>>(LIST).all().map(withScopes),
    create: (key) =>
      database.write((sql): Outcome<null> => {
        if (sql('SELECT 1 FROM api_key WHERE name = ? AND revoked_at IS NULL').get(key.name)) return fail('name-taken')
        sql(INSERT).run({ ...key, scopes: key.scopes.join(' ') })
        return ok(null)
      }),
    revoke: (id, at) =>
      database.write((sql): Outcome<null> => (revokeKeys(sql, 'id', id, at) === 0 ? fail('key-unknown') : ok(null))),
    held: async (id) => {
      const key = database.read<Kept<HeldApiKey>>(HELD).get(id)
      return key ? withScopes(key) : null
    },
    used: (id, on) => database.write((sql) => void sql('UPDATE api_key SET last_used_on = ? WHERE id = ?').run(on, id)),
    answer: async (keyId, askedAs, now) => database.read<ApiAnswer>(ANSWER).get(keyId, askedAs, now - KEEP) ?? null,
    keepAnswer: (answer) =>
      database.write((sql) => {
        sql('DELETE FROM api_answer WHERE at <= ?').run(answer.at - KEEP)
        sql(KEEP_ANSWER).run({ ...answer })
      }),
  }
}

/** A key as its row has it: scopes in one text. */
type Kept<Key extends { readonly scopes: unknown }> = Omit<Key, 'scopes'> & { readonly scopes: string }

const withScopes = <Key extends { readonly scopes: string }>(key: Key) => ({
  ...key,
  scopes: key.scopes.split(' ').flatMap((text) => API_SCOPES.find((scope) => scope === text) ?? []),
})

/** In the transaction of what is answered. Throws where an answer stands under this name, so that nothing is done twice. */
export function keepAnswerOnce(sql: Sql, answer: ApiAnswer): void {
  sql('DELETE FROM api_answer WHERE at <= ?').run(answer.at - KEEP)
  sql(KEEP_ANSWER.replace(' ON CONFLICT DO NOTHING', '')).run({ ...answer })
}

/** Takes back a key, or all that a person made, with the answers kept for it. Returns how many held. */
export function revokeKeys(sql: Sql, by: 'id' | 'created_by_id', id: Id, at: Instant): number {
  sql(`DELETE FROM api_answer WHERE key_id IN (SELECT id FROM api_key WHERE ${by} = ?)`).run(id)
  return sql(`UPDATE api_key SET revoked_at = ?, key_hash = NULL WHERE ${by} = ? AND revoked_at IS NULL`).run(at, id)
    .changes
}
