import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { headingSet } from '../import/heading-set.ts'
import type { EarlierMapping } from './mapping-proposal.ts'
import { plainHeading } from './plain-heading.ts'
import type { MappingPorts, SavedMapping } from './ports.ts'

/**
 * Returns the mapping of a file with the same headings, else the latest that shares at least half of its used columns.
 */
export async function findEarlier(
  { mappings }: Pick<MappingPorts, 'mappings'>,
  register: string,
  headings: readonly string[],
  timeZone: string,
): Promise<EarlierMapping | null> {
  const saved = await mappings.latest(register)
  const set = headingSet(headings)
  const mapping =
    saved.find((savedMapping) => savedMapping.headingSet === set) ??
    saved.find((savedMapping) => shared(savedMapping, headings) >= 0.5)
  return mapping ? { mapping: mapping.mapping, on: dateAt(mapping.at, timeZone), by: mapping.by } : null
}

function shared({ mapping }: SavedMapping, headings: readonly string[]): number {
  const plain = new Set(headings.map(plainHeading))
  const mappedColumns = mapping.columns.filter(({ field }) => field !== null)
  return (
    mappedColumns.filter(({ heading }) => plain.has(plainHeading(heading))).length / Math.max(1, mappedColumns.length)
  )
}
