import type { RegisterId } from '@wayproof/evidence'
import { keySql } from '../registers/record-sql.ts'
import { registerTables } from '../registers/register-tables.ts'

/** Rows of a register as places, in SQL; `where` names the row `t`. */
export function placesOf(register: RegisterId, where: string): string {
  const { table, key } = registerTables[register]
  // The key is a text of its own, not a list in the list.
  return `SELECT json_object('register', '${register}', 'key', '' || ${keySql(key, 't')}) AS place
    FROM "${table}" t WHERE ${where}`
}

/** The places of several registers as one JSON list, in SQL. */
export const placeList = (...selects: readonly string[]): string =>
  `(SELECT json_group_array(json(place)) FROM (${selects.join(' UNION ALL ')}))`

/** The columns of a traced row, in SQL; `key` are the parts of its key, texts. */
export const tracedColumns = (of: {
  readonly key: readonly string[]
  readonly label: string
  readonly numerator: string
  readonly denominator: string
  readonly places: string
}): string => `SELECT json_array(${of.key.join(', ')}) AS key, ${of.label} AS label, ${of.numerator} AS numerator,
  ${of.denominator} AS denominator, ${of.places} AS places`
