import { type Fault, fail, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Acceptance, Person, UserInvitation } from './person.ts'
import type { Sql } from './sqlite/sql.ts'

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
  const found = sql<UserInvitation>(FIND).get(acceptance.invitationId)
  const fault = invitationFault(found, now)
  if (fault || !found) return { ok: false, fault: fault ?? { code: 'invitation-unknown' } }
  const email = found.email ?? acceptance.email
  if (!email) return fail('email-missing')
  if (sql('SELECT 1 FROM user WHERE email = ?').get(email)) return fail('email-taken')
  const { userId, accountId, passwordHash } = acceptance
  const person: Person = { id: userId, name: acceptance.name, email, role: found.role, locale: acceptance.locale }
  sql('UPDATE user_invitation SET accepted_at = ? WHERE id = ?').run(now, found.id)
  sql(USER).run({ ...person, now })
  sql(ACCOUNT).run({ accountId, userId, passwordHash, now })
  sql('UPDATE appointment SET user_id = ?, name = ? WHERE id = ?').run(userId, person.name, found.id)
  return ok(person)
}

const FIND = `SELECT id, email, role, locale, created_at AS createdAt, expires_at AS expiresAt,
  accepted_at AS acceptedAt FROM user_invitation WHERE id = ?`

// The address is the one the link was sent to, or the one of the person at the machine: it counts as verified.
const USER = `INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
  VALUES (@id, @name, @email, 1, @role, @locale, @now, @now)`

const ACCOUNT = `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  VALUES (@accountId, @userId, 'credential', @userId, @passwordHash, @now, @now)`
