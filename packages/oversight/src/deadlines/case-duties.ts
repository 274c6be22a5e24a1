import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import { nextTask, type WhistleReport } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { OpenDuty } from './deadline.ts'

// A case is a deadline from the day after it arrived: a letter on that day would tell the hour at which a person wrote.

/** A letter of the next morning tells of a case. */
const announcedAfter = (day: CalendarDate): CalendarDate => addDays(day, 1)

/** Requests and complaints to answer. An inquiry has no deadline. */
export async function requestDuties(
  { rightsCase }: Pick<Prisma.TransactionClient, 'rightsCase'>,
  today: CalendarDate,
): Promise<readonly OpenDuty[]> {
  const open = await rightsCase.findMany({
    where: { status: { in: ['received', 'identity-checked'] }, dueOn: { not: null }, receivedOn: { lt: today } },
    select: { id: true, kind: true, receivedOn: true, recordedOn: true, dueOn: true },
  })
  return open.flatMap(({ id, kind, receivedOn, recordedOn, dueOn }): OpenDuty[] => {
    if (dueOn === null) return []
    const announcedOn = announcedAfter(recordedOn ?? receivedOn)
    return [{ kind: 'request', subject: id, part: kind, name: receivedOn, due: { day: dueOn }, announcedOn }]
  })
}

const REPORT = { codeHash: true, reporterContactSealed: true } as const

/** Whistleblowers' reports to acknowledge or to give feedback on, for the handlers who may read them. */
export async function reportDuties(
  { whistleReport }: Pick<Prisma.TransactionClient, 'whistleReport'>,
  today: CalendarDate,
): Promise<readonly OpenDuty[]> {
  const open = await whistleReport.findMany({ where: { closedOn: null, receivedOn: { lt: today } }, omit: REPORT })
  return open.flatMap((stored): OpenDuty[] => {
    const report = recordOf<WhistleReport>(stored)
    const next = nextTask(report)
    if (next === null) return []
    const onlySince = report.concernsOfficer ? report.receivedOn : today
    const announcedOn = announcedAfter(report.receivedOn)
    return [{ kind: 'report', subject: report.id, part: next.task, due: { day: next.dueOn }, onlySince, announcedOn }]
  })
}
