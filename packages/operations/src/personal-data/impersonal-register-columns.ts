import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { columnName } from '@wayproof/evidence/registers/register-columns'
import { registerTables } from '@wayproof/evidence/registers/register-tables'

function impersonalColumns(register: RegisterId): readonly string[] {
  const { key, values } = registerTables[register]
  const personal = (registers[register].personal?.fields ?? []).map((field) => columnName(register, field))
  return [...key, ...values, 'import_id', 'row_number'].filter((column) => !personal.includes(column))
}

/** Columns of the evidence registers without personal data, by table. */
export const IMPERSONAL_REGISTER_COLUMNS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  REGISTER_IDS.map((id) => [registerTables[id].table, impersonalColumns(id)]),
)
