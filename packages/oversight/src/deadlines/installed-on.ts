import type { Prisma } from '@wayproof/database/generated/client'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { OpenDuty } from './deadline.ts'

/** A record that was due before the installation, as imported ones may be, is due this many days after it. */
const GRACE_DAYS = 30

/** The day of the first sign-up; null before, and for sample data, whose history is made up. */
export async function installedOn(
  { user, organisation }: Pick<Prisma.TransactionClient, 'user' | 'organisation'>,
  timeZone: string,
): Promise<CalendarDate | null> {
  const isSample = (await organisation.count({ where: { sample: true } })) > 0
  const { _min: first } = await user.aggregate({ _min: { createdAt: true } })
  return isSample || first.createdAt === null ? null : dateAt(first.createdAt.getTime(), timeZone)
}

export const later = (day: CalendarDate, installed: CalendarDate | null): CalendarDate =>
  installed !== null && installed > day ? installed : day

export const isDueBefore = ({ due: { day } }: OpenDuty, installed: CalendarDate | null): boolean =>
  day !== undefined && installed !== null && day < installed

/** The duty, with time to do it if it was due before the installation. */
export const withGrace = (duty: OpenDuty, installed: CalendarDate | null): OpenDuty =>
  installed !== null && isDueBefore(duty, installed) ? { ...duty, due: { day: addDays(installed, GRACE_DAYS) } } : duty
