import type { EditionPorts } from '@wayproof/letters/editions/ports'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Ports of the summary's editions. */
export function editionPorts({ store, urls, log: _, ...ports }: CalendarPorts): EditionPorts {
  const { editions, organisation, survey, closing, actions, sealed } = store
  const facts = store.facts(ports.rules)
  return { ...ports, editions, organisation, survey, closing, actions, sealed, facts, reportingUrl: urls.reporting }
}
