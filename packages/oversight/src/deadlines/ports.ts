import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { OpenDuty } from './deadline.ts'

/** A person who has deadlines. */
export interface AlertedPerson {
  readonly id: Id
  readonly locale: Locale
  readonly role: string
  /** The first day in the role. */
  readonly since: CalendarDate
  /** Hour of the day, 0 to 23, from which the digest of a day is mailed. */
  readonly digestHour: number
}

export interface DeadlineStore {
  /** Everything that is due, of all domains, in no order. */
  duties(now: Instant, timeZone: string): Promise<readonly OpenDuty[]>
  /** The duties that a law may count in hours, which are cheap to read every minute. */
  dutiesInHours(now: Instant, timeZone: string): Promise<readonly OpenDuty[]>
  /** Users whose role needs no confirmation or has it. */
  people(timeZone: string): Promise<readonly AlertedPerson[]>
  /** Null for an unknown user, and while the role waits for its confirmation. */
  person(id: Id, timeZone: string): Promise<AlertedPerson | null>
  saveDigestHour(id: Id, hour: number): Promise<void>
}
