import { isCalendarDate, LOCALES, parsePeriod } from '@wayproof/kernel'
import { z } from 'zod'

// Shapes that several procedures take. Every object is strict: a field too many is refused, not dropped.

export const text = (longest: number) => z.string().trim().min(1).max(longest)

/** One address as a person types it; kept in lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const locale = z.enum(LOCALES)

export const calendarDate = z.string().max(10).refine(isCalendarDate)

/** Of this century: a year further off has no registers, and no calendar to count in. */
export const halfYearKey = z
  .string()
  .max(7)
  .refine((key) => {
    const period = parsePeriod(key)
    return period?.kind === 'half-year' && period.year >= 2000 && period.year < 2100
  })

export const atHalfYear = z.strictObject({ period: halfYearKey })
