import { addDays, type CalendarDate, dateAt, type Instant, momentOn, type PeriodKey } from '@wayproof/kernel'

/** Days before an opening on which a test letter is due. */
const DAYS_BEFORE = [1, 7]
const HOUR = 9

export interface MailTest {
  readonly period: PeriodKey
  readonly opensOn: CalendarDate
  readonly daysBefore: number
  readonly at: Instant
  /** One for each planned day: if the opening moves, its tests start again. */
  readonly occasion: string
}

/**
 * The test of a planned opening whose time has come, the latest where more than one has: an opening that is planned late, or a
 * scheduler that was down, makes up for it at once. Null: none has.
 */
export function dueMailTest(
  opening: { readonly period: PeriodKey; readonly at: Instant },
  now: Instant,
  timeZone: string,
): MailTest | null {
  const { period } = opening
  const opensOn = dateAt(opening.at, timeZone)
  for (const daysBefore of DAYS_BEFORE) {
    const at = momentOn(addDays(opensOn, -daysBefore), HOUR, timeZone)
    if (at <= now && now < opening.at)
      return { period, opensOn, daysBefore, at, occasion: `${period}:${opensOn}:${daysBefore}` }
  }
  return null
}
