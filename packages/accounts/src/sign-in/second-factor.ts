import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { Person, UserRole } from '../accounts/person.ts'

/** An officer's request to remove a user's second factor, which another person confirms. */
export interface SecondFactorReset {
  readonly id: Id
  readonly userId: Id
  readonly name: string
  readonly askedBy: string
  readonly askedAt: Instant
  /** Null until another person confirms it. */
  readonly confirmed: { readonly by: string; readonly at: Instant } | null
}

export interface NewSecondFactorReset {
  readonly id: Id
  readonly user: Pick<Person, 'id' | 'name'> & { readonly mailbox: Uint8Array }
  readonly by: Pick<Person, 'id' | 'name'> & { readonly mailbox: Uint8Array }
  readonly at: Instant
}

export interface SecondFactorStore {
  /** Users who have one. */
  users(): Promise<readonly Id[]>
  /** Roles that need one, each with the moment from which new sessions require it. */
  rules(): Promise<readonly { readonly role: UserRole; readonly requiredAt: Instant }[]>
  /** Null if the role needs none. */
  requiredAt(role: UserRole): Promise<Instant | null>
  setRule(
    rule: { readonly role: UserRole; readonly required: boolean; readonly by: string },
    at: Instant,
  ): Promise<void>
  /** False if a reset for this user already waits. */
  askReset(reset: NewSecondFactorReset): Promise<boolean>
  /** Newest first. */
  resets(): Promise<readonly SecondFactorReset[]>
  /** The officer who asked and the user concerned; empty if no reset waits under this id. */
  hands(id: Id): Promise<readonly Participant[]>
  /** Removes the second factor and ends the sessions of its user. False if it is already confirmed, or gone. */
  confirmReset(id: Id, by: Pick<Person, 'id' | 'name'>, at: Instant): Promise<boolean>
}
