import { addDays, dateAt } from '@wayproof/kernel'
import { mailOfficers } from '@wayproof/letters'
import type { CalendarPorts } from './scheduler-ports.ts'

/** What is older was told, or nobody could have been told for a month: the page of requests shows it as due. */
const DAYS_BACK = 31

/**
 * Mails the officers which requests and complaints arrived, a day's in one letter on the morning after: a letter of the
 * moment would tell when an anonymous case, which is dated to the day, was sent. A day gets its letter once.
 */
export async function tellOfRequests({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  const today = dateAt(clock.now(), timeZone)
  const cases = await store.rights.openCases()
  const told = cases.filter(({ receivedOn }) => receivedOn < today && receivedOn >= addDays(today, -DAYS_BACK))
  for (const day of new Set(told.map(({ receivedOn }) => receivedOn))) {
    const arrived = told.filter(({ receivedOn }) => receivedOn === day)
    const data = { receivedOn: day, cases: arrived.map(({ kind, regime, dueOn }) => ({ kind, regime, dueOn })) }
    const letters = await mailOfficers({ ...store, clock }, day, { kind: 'rights-arrived', data })
    if (letters > 0) log({ event: 'requests-told', day, requests: arrived.length, letters })
  }
}
