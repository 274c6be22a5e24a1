import { dateAt } from '@wayproof/kernel'
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
  const found = saved.find((each) => each.headingSet === set) ?? saved.find((each) => shared(each, headings) >= 0.5)
  return found ? { mapping: found.mapping, on: dateAt(found.at, timeZone), by: found.by } : null
}

function shared({ mapping }: SavedMapping, headings: readonly string[]): number {
  const plain = new Set(headings.map(plainHeading))
  const read = mapping.columns.filter(({ field }) => field !== null)
  return read.filter(({ heading }) => plain.has(plainHeading(heading))).length / Math.max(1, read.length)
}
