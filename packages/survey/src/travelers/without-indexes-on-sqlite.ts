import type { Query } from '@wayproof/database/query/query'

const INDEXES = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @table AND sql IS NOT NULL`

/**
 * Runs `work` on a table without its secondary indexes and rebuilds them: unsorted rows would touch one page of each
 * index. Must be called inside a transaction. Throws if `work` violates an index.
 */
export async function withoutIndexes(query: Query, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await query.all<{ name: string; sql: string }>(INDEXES, { table })
  for (const { name } of indexes) await query.run(`DROP INDEX "${name}"`)
  await work()
  for (const { sql } of indexes) await query.run(sql)
}
