import { type Descriptions, registers, STAFF_REGISTERS, type StaffRegister } from '@wayproof/evidence/register'
import { columnName } from '@wayproof/evidence/registers/register-columns'
import { after, storedFields, until } from './stored-field.ts'

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : ''

type TableColumn<Id extends StaffRegister> = {
  [Each in Id]: {
    readonly table: Descriptions[Each]['table']
    readonly column: SnakeCase<Descriptions[Each]['personal']['fields'][number]>
  }
}[Id]

function personalFieldsOf(register: StaffRegister) {
  const { table, personal } = registers[register]
  if (!personal) return []
  const columns = personal.fields.map((field) => columnName(register, field))
  return storedFields(table, columns, 'prove-training', personal.basis, after('employment-end')).map((field) => ({
    ...field,
    ...({ table: field.table, column: field.column } as TableColumn<StaffRegister>),
  }))
}

/** Personal data in the evidence registers, according to the description of each register. */
export const REGISTER_FIELDS = STAFF_REGISTERS.flatMap(personalFieldsOf)

const VIEW_COLUMNS = ['user_id', 'name', 'folded_name', 'search'] as const

/** The views of lists that people have named. */
export const VIEW_FIELDS = storedFields(
  'saved_view',
  VIEW_COLUMNS,
  'sign-in',
  'staff-management',
  until('account-removal'),
)
