import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { isVisibleLine, isVisibleText } from '@wayproof/kernel/people/visible-text'
import { z } from 'zod'

// Schemas that several procedures share. Every object is strict: an unknown field is refused, not dropped.

/** Refuses a text with control characters, direction marks or other invisible characters. */
export const HIDDEN_CHARACTERS = 'hidden-characters'

const requiredText = (maxLength: number) => z.string().trim().min(1).max(maxLength)

/** Text of several lines. */
export const text = (maxLength: number) => requiredText(maxLength).refine(isVisibleText, HIDDEN_CHARACTERS)

/** A name or other text of one line. */
export const line = (maxLength: number) => requiredText(maxLength).refine(isVisibleLine, HIDDEN_CHARACTERS)

/** A name that may be missing. */
export const optionalLine = (maxLength: number) =>
  z.string().trim().max(maxLength).refine(isVisibleLine, HIDDEN_CHARACTERS)

/** Text that may be missing; the core says where it is required. */
export const optionalText = (maxLength: number) =>
  z.string().trim().max(maxLength).refine(isVisibleText, HIDDEN_CHARACTERS)

/** One address as a person types it; stored in lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const locale = z.enum(LOCALES)

export const calendarDate = z.string().max(10).refine(isCalendarDate)

/** Half-years of this century: a later year has no registers, and no calendar to count in. */
export const halfYearKey = z
  .string()
  .max(7)
  .refine((key) => {
    const period = parsePeriod(key)
    return period?.kind === 'half-year' && period.year >= 2000 && period.year < 2100
  })

export const atHalfYear = z.strictObject({ period: halfYearKey })

/** Period of a wave: a half-year, or the year of a replayed survey. */
export const waveKey = z
  .string()
  .max(7)
  .refine((key) => ['half-year', 'year'].includes(parsePeriod(key)?.kind ?? ''))

export const ofWave = z.strictObject({ period: waveKey })
