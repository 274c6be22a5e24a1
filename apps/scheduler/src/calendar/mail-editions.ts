import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import type { CalendarPorts } from '../scheduler-ports.ts'
import { editionPorts } from './edition-ports.ts'

/** Sends the editions of the summary that are due, or holds them and records why. */
export async function mailEditions(ports: CalendarPorts): Promise<number> {
  const start = (await ports.store.organisation.get())?.programmeStart
  if (start === undefined) return 0
  const editionsNow = await reviewEditions(editionPorts(ports), start)
  for (const reviewed of editionsNow) ports.log({ event: 'edition', ...reviewed })
  return editionsNow.length
}
