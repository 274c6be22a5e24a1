import type { Query } from '../engine/query/query.ts'

const INDEXES = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @table AND sql IS NOT NULL`

/**
 * Does `work` on a table without the indexes that are not its key, and makes them anew: rows that come in no order of an
 * index would touch one of its pages each. Inside a transaction. Throws where `work` broke what an index holds.
 */
export async function withoutIndexes(query: Query, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await query.all<{ name: string; sql: string }>(INDEXES, { table })
  for (const { name } of indexes) await query.run(`DROP INDEX "${name}"`)
  await work()
  for (const { sql } of indexes) await query.run(sql)
}
