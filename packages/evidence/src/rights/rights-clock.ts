import { addDays, addMonths, type CalendarDate, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { firstWorkingDay } from '@wayproof/kernel/calendar/working-day'

/** Law that governs a request. `china-and-eu`: both apply, or it is unknown which. */
export const RIGHTS_REGIMES = ['china', 'eu', 'china-and-eu', 'other'] as const
export type RightsRegime = (typeof RIGHTS_REGIMES)[number]

type Term = { readonly workingDays: number } | { readonly months: number } | { readonly days: number }

/**
 * Terms of a request. China: 15 working days, the shortest of its rules (apps; GB/T 35273 gives 30 days). EU: GDPR
 * Article 12(3), without the extension, which needs a notice. Elsewhere: 30 days.
 */
const TERMS: Readonly<Record<RightsRegime, readonly Term[]>> = {
  china: [{ workingDays: 15 }],
  eu: [{ months: 1 }],
  'china-and-eu': [{ workingDays: 15 }, { months: 1 }],
  other: [{ days: 30 }],
}

/**
 * Last day of a timely answer to a request received on `received`: the earliest of the applicable terms. The day of
 * receipt does not count. A month ends on the day of the same number, or on the month's last day. In a year without an
 * announced holiday schedule, working days are weekdays except holidays with a fixed date.
 */
export function dueDay(regime: RightsRegime, received: CalendarDate): CalendarDate {
  return TERMS[regime].map((term) => endOf(term, received)).reduce(earlier)
}

/**
 * Possible extension of a term, once, with reasons sent before it ends. EU: 2 further months, GDPR Article 12(3).
 * China: PIPL Article 50 and the rules for apps have no extension, so none where both laws may apply. Elsewhere: no law
 * is known to allow one.
 */
const EXTENSIONS: Readonly<Record<RightsRegime, { readonly months: number } | null>> = {
  china: null,
  eu: { months: 2 },
  'china-and-eu': null,
  other: null,
}

/** Last day of an extended term, or null if no extension exists. */
export function extendedDueDay(regime: RightsRegime, received: CalendarDate): CalendarDate | null {
  const extension = EXTENSIONS[regime]
  return extension && addMonths(dueDay(regime, received), extension.months)
}

/** Last day of a timely first answer to a complaint: the second working day after receipt. */
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
