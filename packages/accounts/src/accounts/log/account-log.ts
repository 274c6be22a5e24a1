import type { ReadQuery } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import type { UserRole } from '../person.ts'
import { userName } from '../user-name.ts'

export type AccountDeed =
  | 'invited'
  | 'joined'
  | 'role-changed'
  | 'role-proposed'
  | 'appointment-confirmed'
  | 'removed'
  | 'link-made'
  | 'link-used'
  | 'factor-required'
  | 'reset-requested'
  | 'reset-confirmed'
  | 'key-made'

/** A change of an account. */
export interface AccountEntry {
  readonly at: Instant
  readonly deed: AccountDeed
  /** Null if no person is recorded, or a command on the server made the change. */
  readonly by: string | null
  /** A name, the address of a person who has not joined, or the name of an API key; null for a rule about a role. */
  readonly about: string | null
  readonly role: UserRole | null
}

const INVITED = `SELECT created_at AS at, 'invited' AS deed,
    coalesce((SELECT appointed_by FROM appointment WHERE appointment.id = user_invitation.id), ${userName('invited_by')}) AS "by", email AS about, role
  FROM user_invitation WHERE email IS NOT NULL`
const JOINED = `SELECT accepted_at, 'joined', coalesce(name, user_invitation.email), coalesce(name, user_invitation.email), user_invitation.role
  FROM user_invitation LEFT JOIN "user" ON "user".email = user_invitation.email
  WHERE accepted_at IS NOT NULL AND user_invitation.email IS NOT NULL`
/** The sign-in provider creates users without an invitation. */
const JOINED_BY_PROVIDER = `SELECT created_at, 'joined', name, name, role FROM "user"
  WHERE EXISTS (SELECT 1 FROM account WHERE account.user_id = "user".id AND provider_id <> 'credential')
    AND NOT EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.email = "user".email AND accepted_at IS NOT NULL)`
/** A confirmed appointment records who changed the role; other changes of a role have only a moment. */
const ROLE_CHANGED = `SELECT role_since, 'role-changed', NULL, name, role FROM "user" WHERE role_since IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM appointment WHERE user_id = "user".id AND confirmed_at = role_since)`
const PROPOSED = `SELECT appointed_at, 'role-proposed', appointed_by, name, role FROM appointment
  WHERE NOT EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.id = appointment.id)`
const CONFIRMED = `SELECT confirmed_at, 'appointment-confirmed', confirmed_by, coalesce(name,
    (SELECT email FROM user_invitation WHERE user_invitation.id = appointment.id)), role
  FROM appointment WHERE confirmed_at IS NOT NULL`
const REMOVED = `SELECT removed_at, 'removed', removed_by, name, role FROM former_user`
const LINK_MADE = `SELECT made_at, 'link-made', NULL, name, NULL FROM officer_recovery`
const LINK_USED = `SELECT used_at, 'link-used', name, name, NULL FROM officer_recovery WHERE used_at IS NOT NULL`
const REQUIRED = `SELECT required_at, 'factor-required', required_by, NULL, role FROM second_factor_rule`
const RESET_REQUESTED = `SELECT asked_at, 'reset-requested', asked_by, name, NULL FROM second_factor_reset`
const RESET_CONFIRMED = `SELECT confirmed_at, 'reset-confirmed', confirmed_by, name, NULL FROM second_factor_reset
  WHERE confirmed_at IS NOT NULL`
const KEY_MADE = `SELECT created_at, 'key-made', created_by, name, NULL FROM api_key`

const DEEDS = [
  INVITED,
  JOINED,
  JOINED_BY_PROVIDER,
  ROLE_CHANGED,
  PROPOSED,
  CONFIRMED,
  REMOVED,
  LINK_MADE,
  LINK_USED,
  REQUIRED,
]
const LOG = `${[...DEEDS, RESET_REQUESTED, RESET_CONFIRMED, KEY_MADE].join('\n  UNION ALL ')}
  ORDER BY at DESC, deed, about NULLS FIRST LIMIT @most`

/** The newest entries first. */
export const accountLog = (query: ReadQuery, most: number): Promise<readonly AccountEntry[]> =>
  query.all<AccountEntry>(LOG, { most })
