import type { Sql } from '../engine/sqlite/sql.ts'

/**
 * Does `work` on a table without the indexes that are not its key, and makes them anew: rows that come in no order of an
 * index would touch one of its pages each. Inside a transaction. Throws where `work` broke what an index holds.
 */
export function withoutIndexes(sql: Sql, table: string, work: () => void): void {
  const indexes = sql<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
  ).all(table)
  for (const { name } of indexes) sql(`DROP INDEX "${name}"`).run()
  work()
  for (const { sql: definition } of indexes) sql(definition).run()
}
