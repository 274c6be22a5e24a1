import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import {
  type NoticeClock,
  type NoticeRecord,
  type NotifiableIncident,
  noticeClocks,
} from '@wayproof/evidence/notices/notice-clock'
import { addDays, type CalendarDate, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Due, OpenDuty } from './deadline.ts'
import { later } from './installed-on.ts'

/** An undecided incident that was discovered earlier, or before the installation, is a gap of the register, not a task. */
const DECISION_DAYS = 90

const INCIDENT = {
  id: true,
  customerData: true,
  disclosure: true,
  state: true,
  severity: true,
  discovered: true,
  importId: true,
} as const
const NOTICE = { incidentId: true, duty: true, wanted: true, notifiedAt: true, reference: true, reason: true } as const

/** Notices to give, and undecided duties, of incidents. */
export async function noticeDuties(
  records: Pick<Prisma.TransactionClient, 'incident' | 'incidentNotice' | 'importFile' | 'registerChange'>,
  {
    now,
    timeZone,
    installed,
  }: { readonly now: Instant; readonly timeZone: string; readonly installed: CalendarDate | null },
): Promise<readonly OpenDuty[]> {
  const { incident, incidentNotice } = records
  const today = dateAt(now, timeZone)
  const since = new Date(startOfDay(later(addDays(today, -DECISION_DAYS), installed), timeZone))
  const pending = await incidentNotice.findMany({ where: { wanted: true, notifiedAt: null }, select: NOTICE })
  const incidents = await incident.findMany({
    where: {
      state: { not: 'rejected' },
      OR: [
        { id: { in: pending.map(({ incidentId }) => incidentId) } },
        { discovered: { gte: since } },
        { discovered: null, countedYear: Number(today.slice(0, 4)) },
      ],
    },
    select: INCIDENT,
  })
  const notices = await incidentNotice.findMany({
    where: { incidentId: { in: incidents.map(({ id }) => id) } },
    select: NOTICE,
  })
  const undated = incidents.filter(({ discovered }) => discovered === null)
  const recordedOn = await recordedDays(records, undated, timeZone)
  return incidents.flatMap(({ id, importId: _, ...stored }) => {
    const notifiableIncident = recordOf<NotifiableIncident>(stored)
    // Which facts a notice states matters only once it is given.
    const own = notices
      .filter(({ incidentId }) => incidentId === id)
      .map(({ incidentId: __, ...notice }) => recordOf<NoticeRecord>({ ...notice, facts: null }))
    // Without the moment of its discovery, an incident is known from the day on which it was recorded.
    const start: Due =
      notifiableIncident.discovered === null
        ? { day: recordedOn.get(id) ?? today }
        : { at: notifiableIncident.discovered }
    return noticeClocks(notifiableIncident, own, now).flatMap((clock): OpenDuty[] => {
      const due = dueOf(clock, start)
      return due === null ? [] : [{ kind: 'notice', subject: id, part: clock.duty, name: id, due }]
    })
  })
}

/** Null if the duty is done or needs no notice. A duty without a number of hours is due from its start. */
function dueOf({ state, dueAt }: NoticeClock, start: Due): Due | null {
  switch (state) {
    case 'running':
    case 'overdue':
    case 'undecided':
    case 'undecided-overdue':
    case 'at-once':
    case 'no-start':
      return dueAt === null ? start : { at: dueAt }
    case 'not-wanted':
    case 'given':
    case 'given-incomplete':
    case 'given-late':
      return null
  }
}

/** An incident with the import that brought it; the import is empty if it was entered by hand. */
interface RecordedIncident {
  readonly id: string
  readonly importId: string
}

/** The days on which incidents were imported or entered, by id. */
async function recordedDays(
  { importFile, registerChange }: Pick<Prisma.TransactionClient, 'importFile' | 'registerChange'>,
  incidents: readonly RecordedIncident[],
  timeZone: string,
): Promise<ReadonlyMap<string, CalendarDate>> {
  if (incidents.length === 0) return new Map()
  const files = await importFile.findMany({ where: { register: 'incidents' }, select: { id: true, importedAt: true } })
  const importedAt = new Map(files.map(({ id, importedAt: at }) => [id, at]))
  const entered = await registerChange.findMany({
    where: { register: 'incidents', before: null, key: { in: incidents.map(({ id }) => keyOf(id)) } },
    orderBy: { number: 'desc' },
    select: { key: true, at: true },
  })
  // The oldest entry comes last and stays.
  const enteredAt = new Map(entered.map(({ key, at }) => [key, at]))
  return new Map(
    incidents.flatMap(({ id, importId }) => {
      const at = importedAt.get(importId) ?? enteredAt.get(keyOf(id))
      return at ? [[id, dateAt(at.getTime(), timeZone)] as const] : []
    }),
  )
}

const keyOf = (id: string) => JSON.stringify([id])
