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

/**
 * By how much the term of a request may be put off, once, with reasons told before it ends. EU: two further months, GDPR
 * Article 12(3). China: PIPL Article 50 and the rules for apps know no extension, so none where both may apply. Elsewhere
 * no law is known that allows one.
 */
const EXTENSIONS: Readonly<Record<RightsRegime, { readonly months: number } | null>> = {
  china: null,
  eu: { months: 2 },
  'china-and-eu': null,
  other: null,
}

/** The last day of an extended term; null where there is no extension. */
export function extendedDueDay(regime: RightsRegime, received: CalendarDate): CalendarDate | null {
  const extension = EXTENSIONS[regime]
  return extension && addMonths(dueDay(regime, received), extension.months)
}

/** The last day of the first answer to a complaint that is in time: the second working day after receipt. */
export const complaintAnswerDay = (received: CalendarDate): CalendarDate => endOf({ workingDays: 2 }, received)

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
