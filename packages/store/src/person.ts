import type { Id, Instant, Locale } from '@wayproof/kernel'

/**
 * `officer` sees and changes, `executive` only reads; `hr`, `it-security`, `customer-service` and `procurement` keep the
 * registers of their office; `auditor` reads everything, single members of staff too.
 */
export const USER_ROLES = [
  'officer',
  'hr',
  'it-security',
  'customer-service',
  'procurement',
  'auditor',
  'executive',
] as const

export type UserRole = (typeof USER_ROLES)[number]

/** Someone who may sign in. */
export interface Person {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
}

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
