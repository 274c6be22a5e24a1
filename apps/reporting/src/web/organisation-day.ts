import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { day } from '@wayproof/messages/date-format'
import { useLanguage } from './language.tsx'
import { useMe } from './me.ts'

export interface OrganisationDays {
  readonly today: CalendarDate
  readonly timeZone: string
  /** Formats the calendar day of a moment. */
  readonly dayOf: (at: Instant) => string
}

/** Uses the organization's time zone, not the browser's, so that a wave closes on the same day for every reader. */
export function useOrganisationDays(): OrganisationDays {
  const { locale } = useLanguage()
  const { today, timeZone } = useMe()
  return { today, timeZone, dayOf: (at) => day(dateAt(at, timeZone), locale) }
}
