import type { Person } from '@wayproof/accounts/accounts/person'
import type { ColumnMapping, MappingFault } from '@wayproof/evidence/mapping/column-mapping'
import { saveMapping } from '@wayproof/evidence/mapping/save-mapping'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
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
