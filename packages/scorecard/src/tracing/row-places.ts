import type { Dialect } from '@wayproof/database/query/dialect'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyText } from '@wayproof/evidence/registers/record-sql'
import { registerTables } from '@wayproof/evidence/registers/register-tables'

/** SQL of a dialect. */
export type InDialect = (dialect: Dialect) => string

/** SQL of the places of a register's rows; `where` calls the row `t`. */
export const placesOf =
  (register: RegisterId, where: string): InDialect =>
  (dialect) => {
    const table = registerTables[register]
    // The key is a text within the list, not a nested list.
    const key = `'' || ${keyText(dialect, table, 't')}`
    const place = dialect.jsonObject({ register: `'${register}'`, key })
    return `SELECT ${place} AS place FROM "${table.table}" t WHERE ${where}`
  }

/** SQL of the places of several registers as one JSON list. */
export const placeList =
  (...selects: readonly InDialect[]): InDialect =>
  (dialect) =>
    `(SELECT ${dialect.jsonRows('place')} FROM (${selects.map((select) => select(dialect)).join(' UNION ALL ')}))`

/** SQL of the columns of a traced row; `key` are the parts of its key, as texts. */
export const tracedColumns =
  (of: {
    readonly key: readonly string[]
    readonly label: string
    readonly numerator: string
    readonly denominator: string
    readonly places: InDialect
  }): InDialect =>
  (dialect) =>
    `SELECT ${dialect.jsonList(...of.key)} AS key, ${of.label} AS label, ${of.numerator} AS numerator,
  ${of.denominator} AS denominator, ${of.places(dialect)} AS places`
