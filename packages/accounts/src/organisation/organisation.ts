import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { OrganisationNames } from '@wayproof/kernel/people/organisation-name'

/** The company that runs the program; its name is on every page and letter. */
export interface Organisation extends OrganisationNames {
  readonly contactEmail: string
  /** Policies are due on all platforms three months after this day. */
  readonly programmeStart: CalendarDate
  /** First day of the company; without it no day in a register is too early. */
  readonly foundedOn?: CalendarDate | null
  /** The year with which incidents are compared; null compares with the previous year. */
  readonly baselineYear: number | null
  /** True for sample data, which every page and letter shows. */
  readonly sample: boolean
}
