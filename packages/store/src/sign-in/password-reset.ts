import type { Fault, Id, Instant, Outcome } from '@wayproof/kernel'
import type { Person } from '../accounts/person.ts'

/** A way to a new password for one person. */
export interface PasswordReset {
  readonly id: Id
  readonly userId: Id
  readonly name: string
  readonly email: string
  /** A command on the server made it: the second factor ends too. */
  readonly recovers: boolean
  readonly expiresAt: Instant
}

export interface NewPasswordReset {
  readonly id: Id
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** A link for a locked-out officer that a command on the server made. */
export interface OfficerRecovery {
  readonly id: Id
  readonly name: string
  readonly madeAt: Instant
  readonly usedAt: Instant | null
}

export interface RecoveryFault extends Fault {
  readonly code: 'person-unknown' | 'not-an-officer'
}

export interface PasswordResetStore {
  /**
   * Mails the user of an address a link, at most three in an hour, and none to a user who signs in only by the provider
   * `issuer`. It takes one write whether or not somebody has the address, so that its time does not tell.
   */
  mail(email: string, reset: NewPasswordReset, timeZone: string, issuer: string | null): Promise<void>
  /** Makes a link for an officer. Faults `person-unknown` and `not-an-officer`. */
  recover(email: string, reset: NewPasswordReset): Promise<Outcome<Person, RecoveryFault>>
  /** Faults `reset-unknown`, `reset-used`, `reset-expired`. */
  find(id: Id, now: Instant): Promise<Outcome<PasswordReset>>
  /** Sets the password, ends all sessions and links of the user, and with a recovery the second factor. Faults of `find`. */
  use(id: Id, passwordHash: string, now: Instant): Promise<Outcome<PasswordReset>>
  /** Newest first. */
  recoveries(): Promise<readonly OfficerRecovery[]>
}
