import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Person } from '../accounts/person.ts'

/** A user's identity at a sign-in provider. */
export interface ProviderIdentity {
  readonly issuer: string
  /** Unique and constant at this issuer. */
  readonly subject: string
}

export interface NewProviderUser {
  readonly person: Person
  readonly identity: ProviderIdentity
  readonly accountId: Id
  /** The open invitation of the address, which the user thereby accepts; null if there is none. */
  readonly invitationId: Id | null
}

export interface NewProviderLink {
  readonly userId: Id
  readonly identity: ProviderIdentity
  readonly accountId: Id
}

export interface ProviderAccountStore {
  /** The user who signs in with this account of the provider. */
  userOf(identity: ProviderIdentity): Promise<Id | null>
  /** Whether an account of this mailbox or identity was removed. */
  isBarred(identity: ProviderIdentity, email: string): Promise<boolean>
  /**
   * Creates a user without a password. Faults `email-taken`, `invitation-unknown`, `invitation-used`,
   * `invitation-expired`.
   */
  join(user: NewProviderUser, at: Instant): Promise<Outcome<Person>>
  /** From then on the user signs in through the provider: the password is deleted, with the links to a new one. */
  link(link: NewProviderLink, at: Instant): Promise<void>
  /** Ends sessions and keys, and withdraws proposed changes of role. Faults `person-unknown`, `last-officer`. */
  endAccess(userId: Id, at: Instant): Promise<Outcome<null>>
  /** Whether the user has a password. */
  hasPassword(userId: Id): Promise<boolean>
}
