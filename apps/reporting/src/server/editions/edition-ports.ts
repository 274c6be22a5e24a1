import type { EditionPorts } from '@wayproof/letters/editions/ports'
import type { Services } from '../trpc/context.ts'
import { closingPorts } from '../trpc/ports.ts'

export function editionPorts(services: Services): EditionPorts {
  const { reportPrinter, reportingUrl, store } = services
  const { editions, organisation, survey } = store
  return { ...closingPorts(services), editions, organisation, survey, reportPrinter, reportingUrl }
}
