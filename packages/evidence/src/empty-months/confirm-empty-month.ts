import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { EmptyMonthPorts, MonthOf } from './ports.ts'

export type EmptyMonthFault = { readonly code: 'month-not-over' | 'month-not-empty' | 'month-not-confirmed' }

/**
 * Confirms that nothing happened in a month of a register, in the name of its keeper. Faults: `month-not-over`;
 * `month-not-empty` for a month with a row or a confirmation.
 */
export async function confirmEmptyMonth(
  { emptyMonths, clock, timeZone }: EmptyMonthPorts,
  { register, month, by }: MonthOf & { readonly by: string },
): Promise<Outcome<null, EmptyMonthFault>> {
  const at = clock.now()
  const period = parsePeriod(month)
  if (period?.kind !== 'month' || lastDay(period) >= dateAt(at, timeZone)) return fail('month-not-over')
  return (await emptyMonths.confirm({ register, month, by, at })) ? ok(null) : fail('month-not-empty')
}
