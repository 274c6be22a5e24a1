import type { EditionPorts } from '@wayproof/letters'
import type { Parts } from '../context.ts'
import { closingPorts } from '../ports.ts'

export function editionPorts(parts: Parts): EditionPorts {
  const { editions, organisation, survey } = parts.store
  return { ...closingPorts(parts), editions, organisation, survey, reportingUrl: parts.reportingUrl }
}
