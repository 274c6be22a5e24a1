import { fail, type Id, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { insertUser, spendInvitation } from '../accounts/accept-invitation.ts'
import { revokeKeys } from '../accounts/api-key-store.ts'
import { endSessions, lastOfficerFault } from '../accounts/end-access.ts'
import type { Person } from '../accounts/person.ts'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { barHashes } from './barred-sign-in.ts'
import type { NewProviderLink, NewProviderUser, ProviderAccountStore } from './provider-account.ts'

const USER_OF = 'SELECT user_id AS id FROM account WHERE provider_id = @issuer AND account_id = @subject'

const ACCOUNT = `INSERT INTO account (id, account_id, provider_id, user_id, created_at, updated_at)
  VALUES (@accountId, @subject, @issuer, @userId, @at, @at)`

const OTHER_ROLES = `DELETE FROM appointment WHERE user_id = @userId AND confirmed_at IS NULL
  AND role <> (SELECT role FROM user WHERE id = @userId)`

const PASSWORD = "FROM account WHERE user_id = ? AND provider_id = 'credential'"

/** Users who sign in by a provider. Of what it sends, only its name for the user is kept: no token. */
export function providerAccountStore(
  database: Database,
  { keyring }: { readonly keyring: Keyring },
): ProviderAccountStore {
  return {
    userOf: async (identity) => database.read<{ id: Id }>(USER_OF).get({ ...identity })?.id ?? null,
    isBarred: async (identity, email) =>
      barHashes(keyring, identity, email).some(
        (hash) => database.read('SELECT 1 FROM barred_sign_in WHERE hash = ?').get(hash) !== undefined,
      ),
    join: (user, at) => database.write((sql) => join(sql, user, at)),
    link: (link, at) =>
      database.write((sql) => {
        insertAccount(sql, link, at)
        sql(`DELETE ${PASSWORD}`).run(link.userId)
        sql('DELETE FROM password_reset WHERE user_id = ?').run(link.userId)
      }),
    endAccess: (userId, at) =>
      database.write((sql): Outcome<null> => {
        const user = sql<Pick<Person, 'id' | 'role'>>('SELECT id, role FROM user WHERE id = ?').get(userId)
        if (!user) return fail('person-unknown')
        const fault = lastOfficerFault(sql, user)
        if (fault) return { ok: false, fault }
        endSessions(sql, userId)
        revokeKeys(sql, 'created_by_id', userId, at)
        sql(OTHER_ROLES).run({ userId })
        return ok(null)
      }),
    hasPassword: async (userId) => database.read(`SELECT 1 ${PASSWORD}`).get(userId) !== undefined,
  }
}

function join(sql: Sql, { person, identity, accountId, invitationId }: NewProviderUser, at: Instant): Outcome<Person> {
  const joined =
    invitationId === null
      ? insertUser(sql, person, at)
      : spendInvitation(sql, { ...person, userId: person.id, invitationId }, at)
  if (!joined.ok) return joined
  insertAccount(sql, { userId: person.id, identity, accountId }, at)
  return ok(joined.value)
}

const insertAccount = (sql: Sql, { userId, accountId, identity }: NewProviderLink, at: Instant): void =>
  void sql(ACCOUNT).run({ userId, accountId, ...identity, at })
