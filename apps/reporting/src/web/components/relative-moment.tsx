import { dateAt, daysBetween, type Instant } from '@wayproof/kernel'
import { clockTime, day, moment, relativeDay } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Days for which the distance from today stands before the date. */
const NEAR_DAYS = 7

/** A moment as people say it: `today, 09:30`, `3 days ago, 12 January 2026, 09:30`, later the date alone. */
export function RelativeMoment({ at }: { readonly at: Instant }) {
  const { locale, words } = useLanguage()
  const { timeZone, today } = useOrganisationDays()
  const date = dateAt(at, timeZone)
  const days = daysBetween(today, date)
  const isNear = Math.abs(days) < NEAR_DAYS
  const parts = isNear
    ? [relativeDay(days, locale), ...(Math.abs(days) > 1 ? [day(date, locale)] : []), clockTime(at, timeZone, locale)]
    : [moment(at, timeZone, locale)]
  return (
    <time dateTime={new Date(at).toISOString()} title={moment(at, timeZone, locale)}>
      {parts.join(words.reporting.shell.aside)}
    </time>
  )
}
