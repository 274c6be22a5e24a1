import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import { listedFields } from './listed-fields.ts'
import { sortOf } from './rows-search.ts'

/** Fields that name a row for its readers. */
const NAMES = ['name', 'title', 'finding']

const MAX_COLUMNS = 5
const MAX_BESIDE = 2

/** The order of a list that the reader has not sorted: newest first, or by key for rows that are things with a name. */
export function standardSort(register: RegisterId): string | undefined {
  const fields: readonly Field[] = registers[register].fields
  if (fields.some(({ name }) => name === 'name')) return undefined
  const day = fields.find(({ kind, past }) => past && (kind === 'day' || kind === 'instant'))
  return day && `-${day.name}`
}

/** The order that the reader chose, or the register's own if it has no such field. */
export function shownSort(register: RegisterId, requestedSort: string | undefined): string | undefined {
  const field = sortOf(requestedSort)?.field
  return registers[register].fields.some(({ name }) => name === field) ? requestedSort : standardSort(register)
}

export interface RowColumns {
  /** The field that names the row; it links to the row. */
  readonly lead: Field
  /** The identifier below the name; null if the lead is part of the key. */
  readonly id: Field | null
  readonly shown: readonly Field[]
  /** Fields that the reader may choose. */
  readonly choices: readonly Field[]
}

/** The columns of a list: name and identifier in one, then the chosen fields or the first ones of the register. */
export function rowColumns(register: RegisterId, chosen: string | undefined): RowColumns {
  const fields: readonly Field[] = registers[register].fields
  const [first] = fields
  if (!first) throw new RangeError(`${register} has no fields`)
  const [keyName, ...moreKeys] = keyFields(register)
  const named = moreKeys.length === 0 ? fields.find(({ name }) => NAMES.includes(name)) : undefined
  const lead = named ?? fields.find(({ name }) => name === keyName) ?? first
  const id = named && named.name !== keyName ? (fields.find(({ name }) => name === keyName) ?? null) : null
  const choices = fields.filter((field) => field !== lead && field !== id)
  const names = chosen?.split('.')
  const listed = listedFields(register)
  const due = registers[register].due?.field
  const standard = choices.filter((field) => listed.includes(field) || field.name === due).slice(0, MAX_COLUMNS)
  const visibleFields = names ? choices.filter(({ name }) => names.includes(name)) : withDue(standard, choices, due)
  return { lead, id, shown: visibleFields, choices }
}

/** The fields that a list shows while a drawer takes a third of the window; a reader's own choice stays. */
export const columnsBeside = (register: RegisterId, columns: RowColumns): RowColumns => ({
  ...columns,
  shown: withDue(columns.shown.slice(0, MAX_BESIDE), columns.shown, registers[register].due?.field),
})

/** The due day is never left out for want of space. */
function withDue(
  visibleFields: readonly Field[],
  choices: readonly Field[],
  due: string | undefined,
): readonly Field[] {
  const field = choices.find(({ name }) => name === due)
  return !field || visibleFields.includes(field) ? visibleFields : [...visibleFields.slice(0, -1), field]
}
