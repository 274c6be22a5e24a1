import { fail, type Id, type Ids, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Person } from '../accounts/person.ts'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { insertLetter } from '../outbox/insert-letter.ts'
import { type CallLimit, takeCall } from './call-limit-store.ts'
import { endSecondFactor } from './end-second-factor.ts'
import type {
  NewPasswordReset,
  OfficerRecovery,
  PasswordReset,
  PasswordResetStore,
  RecoveryFault,
} from './password-reset.ts'

/** Letters to one address. */
const LETTERS: CallLimit = { calls: 3, milliseconds: 60 * 60_000 }

const USER = 'SELECT id, name, email, role, locale FROM user WHERE email = ?'

const BY_PROVIDER = `SELECT 1 FROM account WHERE user_id = ? AND provider_id = ?
  AND NOT EXISTS (SELECT 1 FROM account AS own WHERE own.user_id = account.user_id AND own.provider_id = 'credential')`

const FIND = `SELECT password_reset.id, user_id AS userId, name, email, recovers, expires_at AS expiresAt,
    used_at AS usedAt FROM password_reset JOIN user ON user.id = user_id WHERE password_reset.id = ?`

const INSERT = `INSERT INTO password_reset (id, user_id, recovers, created_at, expires_at)
  VALUES (@id, @userId, @recovers, @createdAt, @expiresAt)`

const RECOVERIES = `SELECT id, name, made_at AS madeAt, used_at AS usedAt FROM officer_recovery
  ORDER BY made_at DESC, id`

interface ResetRow extends Omit<PasswordReset, 'recovers'> {
  readonly recovers: 0 | 1
  readonly usedAt: Instant | null
}

interface Deps {
  readonly ids: Ids
  readonly keyring: Keyring
}

export function passwordResetStore(database: Database, { ids, keyring }: Deps): PasswordResetStore {
  const limitKey = (email: string) =>
    `reset|${Buffer.from(keyring.mac('session', `reset:${email}`)).toString('base64url')}`
  return {
    mail: (email, reset, timeZone, issuer) =>
      database.write((sql) => {
        const wait = takeCall(sql, limitKey(email), LETTERS, reset.createdAt)
        const user = sql<Person>(USER).get(email)
        if (!user || wait !== null || sql(BY_PROVIDER).get(user.id, issuer)) return
        sql(INSERT).run({ ...reset, userId: user.id, recovers: 0 })
        const data = { resetId: reset.id, until: { at: reset.expiresAt, timeZone } }
        const letter = { kind: 'password-reset', locale: user.locale, data } as const
        const recipient = { kind: 'user', id: user.id } as const
        const posted = { letter, recipient, dedupeKey: `password-reset:${reset.id}` }
        insertLetter(sql, ids.next(), posted, reset.createdAt)
      }),
    recover: (email, reset) =>
      database.write((sql): Outcome<Person, RecoveryFault> => {
        const user = sql<Person>(USER).get(email)
        if (!user) return fail('person-unknown')
        if (user.role !== 'officer') return fail('not-an-officer')
        recordRecovery(sql, user, reset)
        return ok(user)
      }),
    find: async (id, now) => judged(database.read<ResetRow>(FIND).get(id), now),
    use: (id, passwordHash, now) =>
      database.write((sql) => {
        const found = judged(sql<ResetRow>(FIND).get(id), now)
        if (found.ok) setPassword(sql, ids, found.value, passwordHash, now)
        return found
      }),
    recoveries: async () => database.read<OfficerRecovery>(RECOVERIES).all(),
  }
}

function judged(row: ResetRow | undefined, now: Instant): Outcome<PasswordReset> {
  if (!row) return fail('reset-unknown')
  const { usedAt, recovers, ...reset } = row
  if (usedAt !== null) return fail('reset-used')
  return reset.expiresAt <= now ? fail('reset-expired') : ok({ ...reset, recovers: recovers === 1 })
}

function recordRecovery(sql: Sql, { id: userId, name }: Person, reset: NewPasswordReset): void {
  sql(INSERT).run({ ...reset, userId, recovers: 1 })
  sql('INSERT INTO officer_recovery (id, name, made_at) VALUES (?, ?, ?)').run(reset.id, name, reset.createdAt)
}

/** A user who signed in by a provider only has no password until then. */
function keepPassword(sql: Sql, ids: Ids, { userId, hash, now }: { userId: Id; hash: string; now: Instant }): void {
  const kept = sql("UPDATE account SET password = ?, updated_at = ? WHERE user_id = ? AND provider_id = 'credential'")
  if (kept.run(hash, now, userId).changes === 0) sql(PASSWORD).run({ id: ids.next(), userId, hash, now })
}

const PASSWORD = `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  VALUES (@id, @userId, 'credential', @userId, @hash, @now, @now)`

function setPassword(sql: Sql, ids: Ids, { id, userId, recovers }: PasswordReset, hash: string, now: Instant): void {
  keepPassword(sql, ids, { userId, hash, now })
  sql('UPDATE password_reset SET used_at = ? WHERE user_id = ? AND used_at IS NULL').run(now, userId)
  sql('DELETE FROM session WHERE user_id = ?').run(userId)
  if (!recovers) return
  endSecondFactor(sql, userId)
  sql('UPDATE officer_recovery SET used_at = ? WHERE id = ?').run(now, id)
}
