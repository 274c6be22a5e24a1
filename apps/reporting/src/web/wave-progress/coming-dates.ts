import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Wave } from '@wayproof/survey/waves/wave'

type Planned = Pick<Wave, 'openedAt' | 'closesAt' | 'status' | 'firstReminderDays' | 'lastReminderDays' | 'letterLimit'>

export interface ComingDate {
  readonly date: CalendarDate
  readonly event: 'first' | 'last' | 'closes' | 'results'
}

/** Days after the invitation on which reminders are sent. */
export const reminderDays = ({
  firstReminderDays,
  lastReminderDays,
  letterLimit,
}: Pick<Planned, 'firstReminderDays' | 'lastReminderDays' | 'letterLimit'>): readonly number[] =>
  [firstReminderDays, lastReminderDays].slice(0, Math.max(0, letterLimit - 1))

/** The dates of an open wave that are still ahead, in order. */
export function comingDates(wave: Planned, today: CalendarDate, timeZone: string): readonly ComingDate[] {
  if (wave.status !== 'open') return []
  const opened = dateAt(wave.openedAt, timeZone)
  const closes = dateAt(wave.closesAt - 1, timeZone)
  const reminders = reminderDays(wave).map((days, at): ComingDate => {
    return { date: addDays(opened, days), event: at === 0 ? 'first' : 'last' }
  })
  return [
    ...reminders.filter(({ date }) => date <= closes),
    { date: closes, event: 'closes' } as const,
    { date: addDays(closes, 1), event: 'results' } as const,
  ].filter(({ date }) => date >= today)
}
