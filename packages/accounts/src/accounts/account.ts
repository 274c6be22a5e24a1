import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { NewAppointment } from '../appointments/appointment.ts'
import type { Person, UserRole } from './person.ts'

/** A user with the details for people who manage accounts. */
export interface Account extends Person {
  /** Null before the first sign-in. */
  readonly lastSignInOn: CalendarDate | null
  /** Sessions in the database; some may have expired. */
  readonly sessions: readonly { readonly beganAt: Instant; readonly usedAt: Instant }[]
  readonly secondFactor: boolean
  /** API keys of this user that are valid. */
  readonly keys: number
  /** The appointment to another role that waits for a second person. */
  readonly proposal: { readonly id: Id; readonly role: UserRole } | null
}

export interface RoleChange {
  readonly id: Id
  readonly role: UserRole
  /** For a role that two people appoint: the change waits for the second one. The id is that of the appointment. */
  readonly appointment: (NewAppointment & { readonly id: Id }) | null
}

export interface Removal {
  readonly id: Id
  readonly by: Pick<Person, 'id' | 'name'>
}
