import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Fault, Outcome } from '@wayproof/kernel/outcome'
import type { Person } from '../accounts/person.ts'

/** A link to a new password for one person. */
export interface PasswordReset {
  readonly id: Id
  readonly userId: Id
  readonly name: string
  readonly email: string
  /** True if a command on the server created it: then the second factor ends too. */
  readonly recovers: boolean
  readonly expiresAt: Instant
}

export interface NewPasswordReset {
  readonly id: Id
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** A link for a locked-out officer that a command on the server created. */
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
   * Mails a link to the user of an address, at most three in an hour, and none to a user who signs in only through the
   * provider `issuer`. It makes one write in either case, so that its duration does not reveal whether the address
   * belongs to a user.
   */
  mail(email: string, reset: NewPasswordReset, timeZone: string, issuer: string | null): Promise<void>
  /** Creates a link for an officer. Faults `person-unknown` and `not-an-officer`. */
  recover(email: string, reset: NewPasswordReset): Promise<Outcome<Person, RecoveryFault>>
  /** Faults `reset-unknown`, `reset-used`, `reset-expired`. */
  find(id: Id, now: Instant): Promise<Outcome<PasswordReset>>
  /** Sets the password, ends all sessions and links of the user, and with a recovery the second factor. Faults of `find`. */
  use(id: Id, passwordHash: string, now: Instant): Promise<Outcome<PasswordReset>>
  /** Newest first. */
  recoveries(): Promise<readonly OfficerRecovery[]>
}
