import { mailDeadlines } from '@wayproof/letters'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Mails the digests whose hour has come, each person one a day. */
export async function mailDigests({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  const letters = await mailDeadlines({ ...store, clock, timeZone }, 'digest')
  if (letters > 0) log({ event: 'digests-mailed', letters })
}

/** Mails the duties that a law counts in hours as soon as they begin, and again when they are overdue. */
export async function alertAtOnce({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  const letters = await mailDeadlines({ ...store, clock, timeZone }, 'at-once')
  if (letters > 0) log({ event: 'deadline-alerts-mailed', letters })
}
