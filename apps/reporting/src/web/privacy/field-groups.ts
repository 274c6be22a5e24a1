import type { PersonalField } from '../api.ts'

type Shared = Pick<PersonalField, 'table' | 'purpose' | 'basis' | 'kept'>

export interface FieldGroup extends Shared {
  readonly columns: readonly PersonalField['column'][]
}

const key = ({ table, purpose, basis, kept: retention }: Shared): string =>
  JSON.stringify([table, purpose, basis, retention])

/** Groups fields of one record that share purpose, legal basis and retention, in the register's order. */
export function fieldGroups(fields: readonly PersonalField[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup>()
  for (const field of fields) {
    const { column, ...shared } = field
    const group = groups.get(key(field))
    groups.set(key(field), { ...shared, columns: [...(group?.columns ?? []), column] })
  }
  return [...groups.values()]
}
