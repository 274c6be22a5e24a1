import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { RightsCase } from './rights-case.ts'
import { extendedDueDay } from './rights-clock.ts'

export type ExtensionFault = {
  readonly code: 'term-not-extendable' | 'term-extended' | 'term-over' | 'case-answered'
}

/**
 * Due day after an extension made on `today`, or the reason why it is not possible. The person must be notified before
 * the term ends.
 */
export function extensionOf(
  { regime, receivedOn, dueOn, extendedOn, answeredOn }: RightsCase,
  today: CalendarDate,
): Outcome<CalendarDate, ExtensionFault> {
  const extended = regime && extendedDueDay(regime, receivedOn)
  if (extended === null || dueOn === null) return fail('term-not-extendable')
  if (answeredOn !== null) return fail('case-answered')
  if (extendedOn !== null) return fail('term-extended')
  return today > dueOn ? fail('term-over') : ok(extended)
}
