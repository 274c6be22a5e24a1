import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import { nextOpening } from './planned-opening.ts'

/** The wave to which a test letter invites. */
export interface NextInvitation {
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
}

/** The next planned wave, or one of this half-year that would open today. */
export async function planNextInvitation({
  store,
  clock,
  timeZone,
}: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<NextInvitation> {
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const programme = await store.programme()
  const next = nextOpening(programme, now, timeZone)
  return {
    period: next?.period ?? periodKey(periodOf('half-year', today)),
    closesOn: addDays(next ? dateAt(next.at, timeZone) : today, programme.daysOpen),
  }
}
