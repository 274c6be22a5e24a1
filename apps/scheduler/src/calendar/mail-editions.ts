import { reviewEditions } from '@wayproof/letters'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Sends the editions of the summary that are due, or holds them and records why. */
export async function mailEditions({ store, urls, log, ...ports }: CalendarPorts): Promise<number> {
  const start = (await store.organisation.get())?.programmeStart
  if (start === undefined) return 0
  const { editions, organisation, survey, closing, actions, sealed } = store
  const facts = store.facts(ports.rules)
  const editionPorts = { editions, organisation, survey, closing, actions, sealed, facts, reportingUrl: urls.reporting }
  const editionsNow = await reviewEditions({ ...ports, ...editionPorts }, start)
  for (const reviewed of editionsNow) log({ event: 'edition', ...reviewed })
  return editionsNow.length
}
