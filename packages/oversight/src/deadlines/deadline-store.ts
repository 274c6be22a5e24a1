import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma, User } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { incidentMonths } from '@wayproof/evidence/empty-months/incident-months'
import { nextTask, type WhistleReport } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { nextOpening } from '@wayproof/survey/programme/planned-opening'
import { calendarDuties } from './calendar-duties.ts'
import { closingDuties } from './closing-duties.ts'
import type { OpenDuty } from './deadline.ts'
import { installedOn, isDueBefore, later, withGrace } from './installed-on.ts'
import { noticeDuties } from './notice-duties.ts'
import type { AlertedPerson, DeadlineStore } from './ports.ts'
import { registerDuties } from './register-duties.ts'

/** Open duties with their due days, computed from the records of every domain. */
export function deadlineStore(database: RecordDatabase): DeadlineStore {
  return {
    duties: async (now, timeZone) => {
      const records = await database.records()
      const organisation = await records.organisation.findFirst({ select: { programmeStart: true } })
      // Before the setup is done, nothing is due.
      if (!organisation) return []
      const today = dateAt(now, timeZone)
      const installed = await installedOn(records, timeZone)
      const start = later(organisation.programmeStart, installed)
      const meetings = await records.privacyMeeting.findMany({ select: { heldOn: true } })
      const planned = await records.meeting.findMany({ where: { finishedAt: null }, select: { plannedOn: true } })
      const programme = await records.programme.findFirst({ select: { localHolidays: true } })
      return [
        ...(await noticeDuties(records, { now, timeZone, installed })),
        ...(await requestDuties(records, today)),
        ...(await reportDuties(records, today)),
        ...(await openingDuties(records, now, timeZone)),
        // Half-years that were to be closed before the installation are nobody's task.
        ...(await closingDuties(records, organisation.programmeStart, now, timeZone)).filter(
          (duty) => duty.kind !== 'freeze' || !isDueBefore(duty, installed),
        ),
        ...[
          ...(await registerDuties(records, start, today)),
          ...(await emptyMonthDuties(records, { start, today, timeZone })),
          ...calendarDuties(today, start, {
            meetings: meetings.map(({ heldOn }) => heldOn),
            planned: planned.map(({ plannedOn }) => plannedOn),
            daysOff: programme ? (JSON.parse(programme.localHolidays) as string[]) : [],
          }),
        ].map((duty) => withGrace(duty, installed)),
      ]
    },
    dutiesInHours: async (now, timeZone) => {
      const records = await database.records()
      return noticeDuties(records, { now, timeZone, installed: await installedOn(records, timeZone) })
    },
    people: async (timeZone) => {
      const records = await database.records()
      return (await confirmedUsers(records, {})).map((user) => personOf(user, timeZone))
    },
    person: async (id, timeZone) => {
      const [user] = await confirmedUsers(await database.records(), { id })
      return user ? personOf(user, timeZone) : null
    },
    saveDigestHour: async (id, digestHour) => {
      await database.transaction(async ({ records }) => {
        await records.user.updateMany({ where: { id }, data: { digestHour } })
        await addSettingChange(records, 'digest-hour')
      })
    },
  }
}

const personOf = ({ id, locale, role, roleSince, createdAt, digestHour }: User, timeZone: string): AlertedPerson => ({
  ...{ id, role, digestHour, locale: nearestLocale(locale) },
  since: dateAt((roleSince ?? createdAt).getTime(), timeZone),
})

/** Officers approve an automatic opening in the month before it. */
const DAYS_BEFORE = 30

/** The approval of the next automatic opening, until two officers gave it. */
async function openingDuties(
  { programme, wave, approval }: Pick<Prisma.TransactionClient, 'programme' | 'wave' | 'approval'>,
  now: Instant,
  timeZone: string,
): Promise<readonly OpenDuty[]> {
  const plan = await programme.findFirst({ select: { runs: true, localHolidays: true } })
  if (!plan?.runs) return []
  const next = nextOpening({ localHolidays: JSON.parse(plan.localHolidays) as string[] }, now, timeZone)
  if (!next) return []
  const { period, at } = next
  const day = dateAt(at, timeZone)
  if (addDays(dateAt(now, timeZone), DAYS_BEFORE) < day) return []
  const isApproved = { kind: 'automatic-opening', subject: period, state: 'approved' }
  if ((await wave.findFirst({ where: { period } })) || (await approval.findFirst({ where: isApproved }))) return []
  return [{ kind: 'opening', subject: period, due: { day } }]
}

type Records = Pick<Prisma.TransactionClient, 'incident' | 'emptyMonth' | 'seal'>

/** Days after a month within which its keeper records what happened, or confirms that nothing did. */
const CONFIRM_DAYS = 14
/** Earlier months are listed on the register's page only. */
const MOST_MONTHS = 18

/**
 * The months since `start` that are over and have neither an incident nor the confirmation that there was none. Months of a
 * closed half-year are nobody's task.
 */
async function emptyMonthDuties(
  records: Records,
  { start, today, timeZone }: { readonly start: CalendarDate; readonly today: CalendarDate; readonly timeZone: string },
): Promise<readonly OpenDuty[]> {
  const recorded = await incidentMonths(records, timeZone)
  const confirmed = await records.emptyMonth.findMany({ where: { register: 'incidents' }, select: { month: true } })
  const seals = await records.seal.findMany({ select: { period: true } })
  const done = new Set([...recorded.keys(), ...confirmed.map(({ month }) => month)])
  const sealed = new Set(seals.map(({ period }) => period))
  return lastMonths(today)
    .filter((month) => lastDay(month) >= start && !done.has(periodKey(month)))
    .filter((month) => !sealed.has(periodKey(periodOf('half-year', lastDay(month)))))
    .map((month): OpenDuty => {
      return { kind: 'empty-month', subject: periodKey(month), due: { day: addDays(lastDay(month), CONFIRM_DAYS) } }
    })
}

function lastMonths(today: CalendarDate): readonly Period[] {
  const months: Period[] = []
  let month = previousPeriod(periodOf('month', today))
  for (; months.length < MOST_MONTHS; month = previousPeriod(month)) months.push(month)
  return months.reverse()
}

// A case is a deadline from the day after it arrived: a letter on that day would tell the hour at which a person wrote.

/** A letter of the next morning tells of a case. */
const announcedAfter = (day: CalendarDate): CalendarDate => addDays(day, 1)

/** Requests and complaints to answer. An inquiry has no deadline. */
async function requestDuties(
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
async function reportDuties(
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
