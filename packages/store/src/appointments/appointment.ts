import type { Id, Instant, Outcome, Participant } from '@wayproof/kernel'
import type { Person, UserRole } from '../accounts/person.ts'

/** Offices to which nobody is appointed by one person alone. */
export const APPOINTED_ROLES = ['officer', 'case-handler'] as const satisfies readonly UserRole[]

/** An officer or case handler whom somebody appointed, by an invitation of the same id or by a change of role. */
export interface Appointment {
  readonly id: Id
  /** Null until the invitation is accepted. */
  readonly name: string | null
  /** Null once the account is removed. */
  readonly email: string | null
  readonly role: UserRole
  /** The role the user has while it is another: the change of role waits, or came to an end later. */
  readonly roleNow: UserRole | null
  readonly appointedBy: string
  readonly appointedAt: Instant
  /** Null while it waits for somebody else. */
  readonly confirmed: { readonly by: string; readonly at: Instant } | null
}

/** What an invitation to such an office keeps of it. */
export interface NewAppointment {
  /** Keyed hash of the invited address. */
  readonly mailbox: Uint8Array
  readonly by: Pick<Person, 'id' | 'name'> & { readonly mailbox: Uint8Array }
}

export interface AppointmentStore {
  /** Waiting and confirmed appointments, newest first. */
  list(now: Instant): Promise<readonly Appointment[]>
  /** The people who appointed and are appointed; empty where there is no such appointment. */
  hands(id: Id): Promise<readonly Participant[]>
  /** A change of role takes effect, and ends sessions and keys. Faults `appointment-unknown` (confirmed or gone), `last-officer`. */
  confirm(id: Id, by: Pick<Person, 'id' | 'name'>, at: Instant): Promise<Outcome<null>>
  /** Withdraws a proposed change of role. Fault `appointment-unknown`. */
  withdraw(id: Id): Promise<Outcome<null>>
  /** Whether the appointment to the role this user has does not wait for confirmation. */
  isConfirmed(userId: Id): Promise<boolean>
}
