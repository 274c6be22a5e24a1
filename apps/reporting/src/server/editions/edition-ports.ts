import type { EditionPorts } from '@wayproof/letters'
import type { Parts } from '../trpc/context.ts'
import { closingPorts } from '../trpc/ports.ts'

export function editionPorts(parts: Parts): EditionPorts {
  const { reportPrinter, reportingUrl, store } = parts
  const { editions, organisation, survey } = store
  return { ...closingPorts(parts), editions, organisation, survey, reportPrinter, reportingUrl }
}
