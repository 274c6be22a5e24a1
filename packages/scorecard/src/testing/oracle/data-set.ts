import fc from 'fast-check'
import { type Moment, moment, type Registers } from './company.ts'
import { incidents } from './incidents.ts'
import { partners } from './partners.ts'
import { publication } from './publication.ts'
import { type SatisfactionCase, satisfaction } from './satisfaction.ts'
import { staff } from './training.ts'

/** A random company at a moment: its registers and its wave. */
export interface DataSet {
  readonly at: Moment
  readonly rows: Registers
  readonly asked: SatisfactionCase
}

export const dataSet: fc.Arbitrary<DataSet> = moment.chain((at) =>
  fc.record({
    at: fc.constant(at),
    rows: fc
      .tuple(publication(at), staff(at), incidents(at), partners(at))
      .map(([policy, people, leaks, audits]): Registers => {
        const bookings = new Map(
          [...(policy.bookings ?? []), ...(leaks.bookings ?? [])].map((each) => [
            `${each.month} ${each.channel}`,
            each,
          ]),
        )
        return { ...policy, ...people, ...leaks, ...audits, bookings: [...bookings.values()] }
      }),
    asked: satisfaction(at),
  }),
)
