import type { Id } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Field } from '../import/field.ts'
import { headingSet } from '../import/heading-set.ts'
import { type ColumnMapping, faultOfMapping, type MappingFault } from './column-mapping.ts'
import type { MappingPorts } from './ports.ts'

export interface SaveMapping {
  readonly register: string
  readonly fields: readonly Field[]
  readonly mapping: ColumnMapping
  /** Id of the user. */
  readonly by: Id
}

/**
 * Stores a mapping for files with these headings beside earlier ones; an equal mapping is stored once. Returns its id.
 */
export async function saveMapping(
  { mappings, clock, ids }: MappingPorts,
  { register, fields, mapping, by }: SaveMapping,
): Promise<Outcome<Id, MappingFault>> {
  const fault = faultOfMapping(fields, mapping)
  if (fault) return { ok: false, fault }
  const set = headingSet(mapping.columns.map(({ heading }) => heading))
  const same = (await mappings.latest(register)).find((saved) => saved.headingSet === set)
  if (same && JSON.stringify(same.mapping) === JSON.stringify(mapping)) return ok(same.id)
  const id = ids.next()
  await mappings.save({ id, register, headingSet: set, mapping, at: clock.now(), by })
  return ok(id)
}
