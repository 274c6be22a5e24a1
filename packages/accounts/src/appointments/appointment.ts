import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { Person, UserRole } from '../accounts/person.ts'

/** Roles that one person alone cannot appoint. */
export const APPOINTED_ROLES = ['officer', 'case-handler'] as const satisfies readonly UserRole[]

/** An officer or case handler whom another person appointed, by an invitation of the same id or by a change of role. */
export interface Appointment {
  readonly id: Id
  /** Null until the invitation is accepted. */
  readonly name: string | null
  /** Null once the account is removed. */
  readonly email: string | null
  readonly role: UserRole
  /** The user's current role; it differs from `role` while the change of role waits or after it was ended. */
  readonly roleNow: UserRole | null
  readonly appointedBy: string
  readonly appointedAt: Instant
  /** Null until another person confirms it. */
  readonly confirmed: { readonly by: string; readonly at: Instant } | null
}

/** The fields of an invitation to such a role. */
export interface NewAppointment {
  /** Keyed hash of the invited address. */
  readonly mailbox: Uint8Array
  readonly by: Pick<Person, 'id' | 'name'> & { readonly mailbox: Uint8Array }
}

export interface AppointmentStore {
  /** Waiting and confirmed appointments, newest first. */
  list(now: Instant): Promise<readonly Appointment[]>
  /** The people who appointed and were appointed; empty if there is no such appointment. */
  hands(id: Id): Promise<readonly Participant[]>
  /**
   * Applies a change of role, and ends the user's sessions and keys. Faults `appointment-unknown` (confirmed or
   * deleted), `last-officer`.
   */
  confirm(id: Id, by: Pick<Person, 'id' | 'name'>, at: Instant): Promise<Outcome<null>>
  /** Withdraws a proposed change of role. Fault `appointment-unknown`. */
  withdraw(id: Id, at: Instant): Promise<Outcome<null>>
  /** False while the user's role waits for a confirmation. */
  isConfirmed(userId: Id): Promise<boolean>
}
