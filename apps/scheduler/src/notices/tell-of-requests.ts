import { DESK_ROLES } from '@wayproof/accounts/accounts/person'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { RequestSummary } from '@wayproof/letters/letter/letter'
import { mailNotice } from '@wayproof/letters/outbox/mail-notice'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Older requests were announced, or could not be for a month; the page of requests shows them as due. */
const DAYS_BACK = 31

/**
 * Mails the desk the requests, complaints and further messages of a day, in one letter on the morning after. An
 * immediate letter would reveal the time of an anonymous case, which is dated to the day. A day gets its letter once. Neither
 * log nor run says how many there were.
 */
export async function tellOfRequests({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  const today = dateAt(clock.now(), timeZone)
  const isTold = (day: CalendarDate) => day < today && day >= addDays(today, -DAYS_BACK)
  // Manually recorded requests may have been received days before.
  const arrived = (await store.rights.openCases())
    .map((openCase) => ({ ...openCase, receivedOn: openCase.recordedOn ?? openCase.receivedOn }))
    .filter(({ receivedOn }) => isTold(receivedOn))
  const messages = (await store.rights.furtherMessages()).filter(({ day }) => isTold(day))
  const readers = async () => (await Promise.all(DESK_ROLES.map((role) => store.usersOf(role)))).flat()
  const days = new Set([...arrived.map(({ receivedOn }) => receivedOn), ...messages.map(({ day }) => day)])
  for (const day of [...days].sort()) {
    const data = {
      receivedOn: day,
      cases: arrived.filter(({ receivedOn }) => receivedOn === day).map(whatIsTold),
      written: messages.filter((message) => message.day === day).map(whatIsTold),
    }
    await mailNotice({ outbox: store.outbox, readers, clock }, day, { kind: 'rights-arrived', data })
  }
}

const whatIsTold = ({ kind, regime, dueOn }: RequestSummary): RequestSummary => ({ kind, regime, dueOn })
