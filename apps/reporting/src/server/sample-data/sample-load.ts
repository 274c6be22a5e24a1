import type { Person } from '@wayproof/accounts/accounts/person'
import type { Period } from '@wayproof/kernel/calendar/period'
import type { SampleCompany } from '@wayproof/sample-company/company'

/** A load by its id, with the company that it loads. */
export interface SampleLoad {
  readonly id: string
  readonly company: SampleCompany
  /** The latest half-year that has ended; the company's files are of its year. */
  readonly half: Period
  readonly today: string
  readonly by: Person
}
