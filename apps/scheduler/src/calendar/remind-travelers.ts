import { remindDueWaves } from '@wayproof/survey/waves/remind-wave'
import type { CalendarPorts } from '../scheduler-ports.ts'

/**
 * Posts the reminders that are due today. The outbox accepts each letter once, even from two schedulers. The log names
 * the waves without numbers, because a reminder proves that its recipient has not answered.
 */
export async function remindTravelers({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  const periods = await remindDueWaves({ store: store.survey, clock, timeZone })
  for (const period of periods) log({ event: 'reminders-checked', period })
  return periods.length
}
