import { profileOf } from '@wayproof/evidence/mapping/column-mapping'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import type { Services } from '../trpc/context.ts'
import { fieldsOf, type Reading, readingOf } from './profiles.ts'

const MAPPED = /^mapping:([0-9a-f-]{36})$/

/** How a file is read: by a built-in profile, or by an officer's mapping (`mapping:ID`). Null if neither is known. */
export async function findReading(
  { store, timeZone }: Pick<Services, 'store' | 'timeZone'>,
  register: ImportedRegister,
  profile: string,
): Promise<Reading | null> {
  const id = MAPPED.exec(profile)?.[1]
  if (id === undefined) return readingOf(register, profile)
  const mapping = await store.mappings.find(register, id)
  const fields = fieldsOf(register)
  return mapping && { fields, profile: profileOf(mapping, fields, timeZone) }
}
