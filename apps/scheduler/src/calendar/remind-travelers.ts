import { remindWhoIsDue } from '@wayproof/survey'
import type { CalendarPorts } from '../scheduler-ports.ts'

/**
 * Posts the reminders that are due today. Two schedulers post each letter once: the outbox knows it. The log names the waves
 * and no number: only who has not answered gets a reminder.
 */
export async function remindTravelers({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  const periods = await remindWhoIsDue({ store: store.survey, clock, timeZone })
  for (const period of periods) log({ event: 'reminders-posted', period })
}
