import type { Dialect } from '@wayproof/database/query/dialect'
import { keyText, quoted } from '@wayproof/evidence/registers/record-sql'
import { registerTables } from '@wayproof/evidence/registers/register-tables'

/** After the number of every recorded change. */
const PRESENT = '2147483647'

/**
 * SQL of the rows of a register as they were last checked by `@asOf`: the present row if it was checked by then, else its
 * newest earlier version that was. A row that was removed before `@until` is left out, and so is what an undone import
 * had brought.
 */
export function checkedRows(dialect: Dialect, register: 'systems' | 'collection-points'): string {
  const { table, columns } = registerTables[register]
  const names = quoted(columns.map(({ name }) => name))
  const before = columns.map(({ name, type }) => dialect.fromRecord(dialect.jsonField('before', name), type))
  return `SELECT ${names} FROM (
    SELECT ${names}, row_number() OVER (PARTITION BY row_key ORDER BY version DESC) AS nth FROM (
      SELECT ${names}, ${keyText(dialect, registerTables[register], 't')} AS row_key, ${PRESENT} AS version FROM "${table}" t
      UNION ALL
      SELECT ${before.join(', ')}, key, number FROM register_change
      WHERE register = '${register}' AND before IS NOT NULL AND undone_import_id IS NULL
    ) versions
    WHERE checked_on <= @asOf AND NOT coalesce((
      SELECT gone.after IS NULL FROM register_change gone
      WHERE gone.register = '${register}' AND gone.key = row_key AND gone.at < @until ORDER BY gone.number DESC LIMIT 1
    ), FALSE)
  ) checked WHERE nth = 1`
}
