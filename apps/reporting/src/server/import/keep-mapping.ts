import { type ColumnMapping, type MappingFault, saveMapping } from '@wayproof/evidence'
import { fail, type Id, type Outcome } from '@wayproof/kernel'
import type { ImportedRegister, Person } from '@wayproof/store'
import { mayWrite } from '../registers/register-access.ts'
import type { Services } from '../trpc/context.ts'
import { fieldsOf } from './profiles.ts'

/**
 * Stores a mapping of a foreign file's columns for the department that maintains the register. Returns its ID, for
 * `mapping:ID`.
 */
export async function keepMapping(
  { store, clock, ids }: Pick<Services, 'store' | 'clock' | 'ids'>,
  user: Person,
  { register, mapping }: { readonly register: ImportedRegister; readonly mapping: ColumnMapping },
): Promise<Outcome<Id, MappingFault | { readonly code: 'not-the-keeper' }>> {
  if (!mayWrite(user.role, register)) return fail('not-the-keeper')
  const fields = fieldsOf(register)
  return saveMapping({ mappings: store.mappings, clock, ids }, { register, fields, mapping, by: user.id })
}
