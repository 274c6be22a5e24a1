import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { EmptyMonthFault } from './confirm-empty-month.ts'
import type { EmptyMonthPorts, MonthOf } from './ports.ts'

/** Takes a confirmation back. Fault: `month-not-confirmed`. */
export async function withdrawEmptyMonth(
  { emptyMonths, clock }: EmptyMonthPorts,
  month: MonthOf,
): Promise<Outcome<null, EmptyMonthFault>> {
  return (await emptyMonths.withdraw({ ...month, at: clock.now() })) ? ok(null) : fail('month-not-confirmed')
}
