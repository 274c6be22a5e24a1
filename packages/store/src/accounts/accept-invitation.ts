import { type Fault, fail, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Sql } from '../engine/sql.ts'
import type { Acceptance, Person, UserInvitation } from './person.ts'

/** Why an invitation can no longer be accepted; null when it can. */
export function invitationFault(invitation: UserInvitation | undefined, now: Instant): Fault | null {
  if (!invitation) return { code: 'invitation-unknown' }
  if (invitation.acceptedAt !== null) return { code: 'invitation-used' }
  return invitation.expiresAt <= now ? { code: 'invitation-expired' } : null
}

/**
 * Inside a transaction: spends the invitation and makes the user with its role, and the account that holds the password.
 * The role is never the caller's to name.
 */
export function signUp(sql: Sql, acceptance: Acceptance, now: Instant): Outcome<Person> {
  const joined = spendInvitation(sql, acceptance, now)
  if (!joined.ok) return joined
  const { userId, accountId, passwordHash } = acceptance
  sql(ACCOUNT).run({ accountId, userId, passwordHash, now })
  return joined
}

/** Inside a transaction: spends the invitation and makes the user with its role, who cannot sign in yet. */
export function spendInvitation(
  sql: Sql,
  acceptance: Omit<Acceptance, 'accountId' | 'passwordHash'>,
  now: Instant,
): Outcome<Person> {
  const found = sql<UserInvitation>(FIND).get(acceptance.invitationId)
  const fault = invitationFault(found, now)
  if (fault || !found) return { ok: false, fault: fault ?? { code: 'invitation-unknown' } }
  const email = found.email ?? acceptance.email
  if (!email) return fail('email-missing')
  const { userId, name, locale } = acceptance
  const joined = insertUser(sql, { id: userId, name, email, role: found.role, locale }, now)
  if (!joined.ok) return joined
  sql('UPDATE user_invitation SET accepted_at = ? WHERE id = ?').run(now, found.id)
  sql('UPDATE appointment SET user_id = ?, name = ? WHERE id = ?').run(userId, name, found.id)
  return joined
}

/** Inside a transaction: makes the user. Fault `email-taken`. */
export function insertUser(sql: Sql, person: Person, now: Instant): Outcome<Person> {
  if (sql('SELECT 1 FROM user WHERE email = ?').get(person.email)) return fail('email-taken')
  sql(USER).run({ ...person, now })
  return ok(person)
}

const FIND = `SELECT id, email, role, locale, created_at AS createdAt, expires_at AS expiresAt,
  accepted_at AS acceptedAt FROM user_invitation WHERE id = ?`

// The address is the one the link was sent to, that of the person at the machine, or one that the provider has verified.
const USER = `INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
  VALUES (@id, @name, @email, 1, @role, @locale, @now, @now)`

const ACCOUNT = `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  VALUES (@accountId, @userId, 'credential', @userId, @passwordHash, @now, @now)`
