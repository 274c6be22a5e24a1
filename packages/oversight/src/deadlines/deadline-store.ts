import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { User } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { calendarDuties } from './calendar-duties.ts'
import { reportDuties, requestDuties } from './case-duties.ts'
import { closingDuties } from './closing-duties.ts'
import { emptyMonthDuties } from './empty-month-duties.ts'
import { installedOn, isDueBefore, later, withGrace } from './installed-on.ts'
import { noticeDuties } from './notice-duties.ts'
import { openingDuties } from './opening-duties.ts'
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
