import { type CalendarDate, dateAt, type Instant } from '@wayproof/kernel'
import { day } from '@wayproof/messages'
import { useLanguage } from './language.tsx'
import { useMe } from './me.ts'

export interface OrganisationDays {
  readonly today: CalendarDate
  readonly timeZone: string
  /** The calendar day of a moment, in words. */
  readonly dayOf: (at: Instant) => string
}

/** The organisation's calendar, never the browser's: a wave closes on the same day wherever it is read. */
export function useOrganisationDays(): OrganisationDays {
  const { locale } = useLanguage()
  const { today, timeZone } = useMe()
  return { today, timeZone, dayOf: (at) => day(dateAt(at, timeZone), locale) }
}
