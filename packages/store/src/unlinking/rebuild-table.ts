import type { Parameter, Sql } from '../engine/sqlite/sql.ts'

/**
 * Writes a table anew from `select` (all its columns, in order) and drops the old one, with the same definition and
 * indexes. Inside a transaction; the freed pages are wiped by secure_delete, and gone after a VACUUM.
 */
export function rebuildTable(sql: Sql, table: string, select: string, ...parameters: Parameter[]): void {
  const definitions = sql<{ type: string; sql: string }>(
    'SELECT type, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL',
  ).all(table)
  const create = definitions.find(({ type }) => type === 'table')?.sql
  if (create === undefined) throw new Error(`there is no table ${table}`)
  const rebuilt = `${table}_rebuilt`
  sql(create.replace(`"${table}"`, `"${rebuilt}"`)).run()
  sql(`INSERT INTO "${rebuilt}" ${select}`).run(...parameters)
  sql(`DROP TABLE "${table}"`).run()
  sql(`ALTER TABLE "${rebuilt}" RENAME TO "${table}"`).run()
  for (const { type, sql: definition } of definitions) if (type === 'index') sql(definition).run()
  const made = sql<{ wr: number }>('SELECT wr FROM pragma_table_list WHERE name = ?').get(table)
  if (made?.wr !== 1) throw new Error(`${table} got row ids, which tell the order of arrival`)
}
