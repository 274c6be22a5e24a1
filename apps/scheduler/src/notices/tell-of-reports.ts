import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { mailNotice } from '@wayproof/letters/outbox/mail-notice'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Older reports were announced, or could not be for a month; the page of reports shows them as due. */
const DAYS_BACK = 31

/**
 * Mails the case handlers the morning after reports arrived: one letter, for any number of reports and days.
 * An immediate letter would reveal the time of a report, which is dated to the day. The log has no line about it.
 */
export async function tellOfReports({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  const today = dateAt(clock.now(), timeZone)
  const last = (await store.reports.daysWritten(addDays(today, -DAYS_BACK))).findLast((day) => day < today)
  if (last === undefined) return
  const readers = () => store.usersOf('case-handler')
  const ports = { outbox: store.outbox, readers, clock }
  await mailNotice(ports, last, { kind: 'report-arrived', data: {} })
}
