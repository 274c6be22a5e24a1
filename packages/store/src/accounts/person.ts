import type { Id, Instant, Locale } from '@wayproof/kernel'
import type { Owner } from '@wayproof/scorecard'

/**
 * `officer` sees and changes, `executive` only reads; the offices keep their registers and sign for the goal they own;
 * `case-handler` alone reads what whistle-blowers report; `auditor` reads everything else, single members of staff too;
 * `administrator` manages accounts, API keys and technical settings, and reads no figures, comments or cases.
 */
export const USER_ROLES = [
  'officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
  'case-handler',
  'auditor',
  'executive',
  'administrator',
] as const

export type UserRole = (typeof USER_ROLES)[number]

/** Roles that read figures. */
export const READER_ROLES: readonly UserRole[] = USER_ROLES.filter((role) => role !== 'administrator')

/** The role whose people answer for an owner's goal. */
export const ROLE_OF: Readonly<Record<Owner, UserRole>> = {
  'privacy-officer': 'officer',
  'human-resources': 'human-resources',
  'it-security': 'it-security',
  'customer-service': 'customer-service',
  procurement: 'procurement',
}

/** Roles that answer requests and complaints, and so read single cases. */
export const DESK_ROLES = ['officer', 'customer-service'] as const satisfies readonly UserRole[]

/** What somebody of this role answers for; null where it answers for no goal. */
export const ownerOf = (role: UserRole): Owner | null =>
  (Object.keys(ROLE_OF) as Owner[]).find((owner) => ROLE_OF[owner] === role) ?? null

/** Someone who may sign in. */
export interface Person {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
}

/** Columns of a Person. */
export const PERSON = { id: true, name: true, email: true, role: true, locale: true } as const

/** A way in for one person. The first officer's has no address: its link is printed where the app is started. */
export interface UserInvitation {
  readonly id: Id
  readonly email: string | null
  readonly role: UserRole
  readonly locale: Locale
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly acceptedAt: Instant | null
}

export interface NewUserInvitation extends Omit<UserInvitation, 'acceptedAt'> {
  /** The user who invites; null where the installation itself does. */
  readonly invitedBy: Id | null
}

/** An invitation whose link is sent to an address. */
export interface MailedInvitation extends NewUserInvitation {
  readonly email: string
}

export interface Acceptance {
  readonly invitationId: Id
  readonly userId: Id
  readonly accountId: Id
  readonly name: string
  /** Lower case. Taken only where the invitation names no address. */
  readonly email: string | null
  readonly passwordHash: string
  readonly locale: Locale
}
