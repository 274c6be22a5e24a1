import { mailDeadlines } from '@wayproof/letters/deadlines/mail-deadlines'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Mails the digests whose hour has come, each person one a day. */
export async function mailDigests({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  await mailDeadlines({ ...store, clock, timeZone }, 'digest')
}

/** Mails the duties that a law counts in hours as soon as they begin, and again when they are overdue. */
export async function alertAtOnce({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  await mailDeadlines({ ...store, clock, timeZone }, 'at-once')
}
