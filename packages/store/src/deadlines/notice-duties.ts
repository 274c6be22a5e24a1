import { type NoticeClock, type NoticeRecord, type NotifiableIncident, noticeClocks } from '@wayproof/evidence'
import { addDays, type CalendarDate, dateAt, type Instant, startOfDay } from '@wayproof/kernel'
import type { OpenDuty } from '@wayproof/oversight'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { Prisma } from '../generated/client.ts'

/** An incident that was discovered earlier and has no decision on its duties is a gap of the register, not a task. */
const DECISION_DAYS = 90

const INCIDENT = {
  id: true,
  customerData: true,
  disclosure: true,
  state: true,
  severity: true,
  discovered: true,
} as const
const NOTICE = { incidentId: true, duty: true, wanted: true, notifiedAt: true, reference: true, reason: true } as const

/** Notices to give, and undecided duties whose deadline runs, of incidents. */
export async function noticeDuties(
  { incident, incidentNotice }: Pick<Prisma.TransactionClient, 'incident' | 'incidentNotice'>,
  now: Instant,
  timeZone: string,
): Promise<readonly OpenDuty[]> {
  const today = dateAt(now, timeZone)
  const since = new Date(startOfDay(addDays(today, -DECISION_DAYS), timeZone))
  const pending = await incidentNotice.findMany({ where: { wanted: true, notifiedAt: null }, select: NOTICE })
  const incidents = await incident.findMany({
    where: {
      state: { not: 'rejected' },
      OR: [{ id: { in: pending.map(({ incidentId }) => incidentId) } }, { discovered: { gte: since } }],
    },
    select: INCIDENT,
  })
  const notices = await incidentNotice.findMany({
    where: { incidentId: { in: incidents.map(({ id }) => id) } },
    select: NOTICE,
  })
  return incidents.flatMap(({ id, ...stored }) => {
    const known = recordOf<NotifiableIncident>(stored)
    // Which facts a notice states matters only once it is given.
    const own = notices
      .filter(({ incidentId }) => incidentId === id)
      .map(({ incidentId: _, ...notice }) => recordOf<NoticeRecord>({ ...notice, facts: null }))
    return noticeClocks(known, own, now).flatMap((clock): OpenDuty[] => {
      const due = dueOf(clock, known.discovered, today)
      return due === null ? [] : [{ kind: 'notice', subject: id, part: clock.duty, name: id, due }]
    })
  })
}

/** Null if the duty is done or needs no notice. A duty without a number of hours is due at the discovery. */
function dueOf({ state, dueAt }: NoticeClock, discovered: Instant | null, today: CalendarDate): OpenDuty['due'] | null {
  switch (state) {
    case 'running':
    case 'overdue':
    case 'undecided':
    case 'undecided-overdue':
      return dueAt === null ? null : { at: dueAt }
    case 'at-once':
      return discovered === null ? { day: today } : { at: discovered }
    case 'no-start':
      return { day: today }
    case 'not-wanted':
    case 'given':
    case 'given-incomplete':
    case 'given-late':
      return null
  }
}
