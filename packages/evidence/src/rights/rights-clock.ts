import { addDays, addMonths, type CalendarDate, earlier, firstWorkingDay } from '@wayproof/kernel'

/** Where a person's request is judged. `china-and-eu`: both apply, or nobody knows. */
export const RIGHTS_REGIMES = ['china', 'eu', 'china-and-eu', 'other'] as const
export type RightsRegime = (typeof RIGHTS_REGIMES)[number]

type Term = { readonly workingDays: number } | { readonly months: number } | { readonly days: number }

/**
 * How long a request may take. China: 15 working days, the shortest of its rules (apps; GB/T 35273 gives 30 days). EU:
 * GDPR Article 12(3), without the extension, which needs a notice. Elsewhere: 30 days.
 */
const TERMS: Readonly<Record<RightsRegime, readonly Term[]>> = {
  china: [{ workingDays: 15 }],
  eu: [{ months: 1 }],
  'china-and-eu': [{ workingDays: 15 }, { months: 1 }],
  other: [{ days: 30 }],
}

/**
 * The last day on which a request received on `received` is answered in time: the earliest of the terms that apply. The
 * day of receipt does not count; a month ends on the day of the same number, else on the month's last. In a year whose
 * holidays are not arranged yet a working day is any weekday but the holidays of a fixed date.
 */
export function dueDay(regime: RightsRegime, received: CalendarDate): CalendarDate {
  return TERMS[regime].map((term) => endOf(term, received)).reduce(earlier)
}

function endOf(term: Term, received: CalendarDate): CalendarDate {
  if ('days' in term) return addDays(received, term.days)
  if ('months' in term) return addMonths(received, term.months)
  let end = received
  for (let worked = 0; worked < term.workingDays; worked += 1) end = nextWorkingDay(end)
  return end
}

function nextWorkingDay(date: CalendarDate): CalendarDate {
  const next = firstWorkingDay(addDays(date, 1))
  if (next === null) throw new RangeError('no day of a year is worked')
  return next.date
}
