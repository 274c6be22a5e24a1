import { dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { clockTime, day, moment, relativeDay } from '@wayproof/messages/date-format'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './components.module.css'

/** Days for which the distance from today stands before the date. */
const NEAR_DAYS = 7

/** A moment as people say it: `today, 09:30`, `3 days ago, 12 January 2026, 09:30`, later the date alone. */
export function RelativeMoment({ at }: { readonly at: Instant }) {
  const { locale, words } = useLanguage()
  const { timeZone, today } = useOrganisationDays()
  const date = dateAt(at, timeZone)
  const days = daysBetween(today, date)
  const full = moment(at, timeZone, locale)
  /** Today and its neighbors are named without their date. */
  const hidesDate = Math.abs(days) <= 1
  const isNear = Math.abs(days) < NEAR_DAYS
  const parts = isNear
    ? [relativeDay(days, locale), ...(Math.abs(days) > 1 ? [day(date, locale)] : []), clockTime(at, timeZone, locale)]
    : [full]
  return (
    <time
      className={styles.moment}
      dateTime={new Date(at).toISOString()}
      title={full}
      data-full={hidesDate ? full : undefined}
      // The keyboard must reach the date that a pointer gets as a hint
      tabIndex={hidesDate ? 0 : undefined}
    >
      {parts.join(words.reporting.shell.aside)}
    </time>
  )
}
