import { remindWhoIsDue } from '@wayproof/survey'
import type { CalendarPorts } from './scheduler-ports.ts'

/** Posts the reminders that are due today. Two schedulers post each letter once: the outbox knows it. */
export async function remindTravelers({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  for (const { period, posted } of await remindWhoIsDue({ store: store.survey, clock, timeZone })) {
    if (posted > 0) log({ event: 'reminders', period, posted })
  }
}
