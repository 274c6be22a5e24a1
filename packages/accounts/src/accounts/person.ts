import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'

/**
 * `officer` reads and changes, `executive` only reads; the offices maintain their registers and sign for the goal they
 * own; `case-handler` alone reads whistleblowers' reports; `auditor` reads everything else, including single members of
 * staff; `administrator` manages accounts, API keys and technical settings, and reads no figures, comments or cases.
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

/** The role whose people are responsible for an owner's goal. */
export const ROLE_OF = {
  'privacy-officer': 'officer',
  'human-resources': 'human-resources',
  'it-security': 'it-security',
  'customer-service': 'customer-service',
  procurement: 'procurement',
} as const satisfies Readonly<Record<Owner, UserRole>>

/** Roles that answer requests and complaints, and so read single cases. */
export const DESK_ROLES = ['officer', 'customer-service'] as const satisfies readonly UserRole[]

/** The goal owner for which this role is responsible; null if there is none. */
export const ownerOf = (role: UserRole): Owner | null =>
  (Object.keys(ROLE_OF) as Owner[]).find((owner) => ROLE_OF[owner] === role) ?? null

/** A user who may sign in. */
export interface Person {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
}

/** Columns of a Person. */
export const PERSON = { id: true, name: true, email: true, role: true, locale: true } as const

/** An invitation for one person. The first officer's has no address: its link is printed at the start of the app. */
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
  /** The user who invites; null if the installation does. */
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
  /** In lower case. Used only if the invitation has no address. */
  readonly email: string | null
  readonly passwordHash: string
  readonly locale: Locale
}

export type Owner = 'privacy-officer' | 'human-resources' | 'it-security' | 'customer-service' | 'procurement'
