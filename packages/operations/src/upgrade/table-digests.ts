import { createHash } from 'node:crypto'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'

/** The content of a table: the digest of each column's values with their types, in the order of all columns. */
export interface TableDigest {
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
}

const quoted = (name: string) => `"${name}"`

export async function columnsOf({ query }: SqliteDatabase): Promise<ReadonlyMap<string, readonly string[]>> {
  const columnsByTable = new Map<string, string[]>()
  const rows = await query.all<{ table: string; column: string }>(
    `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t, pragma_table_info(t.name) c
     WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid`,
  )
  for (const { table, column } of rows) columnsByTable.set(table, [...(columnsByTable.get(table) ?? []), column])
  return columnsByTable
}

/** The digest of a table over these columns, in the order of their values. */
export async function digestOf(
  { query }: SqliteDatabase,
  table: string,
  columns: readonly string[],
): Promise<TableDigest> {
  const list = columns.map((column) => `quote(${quoted(column)}) AS ${quoted(column)}`).join(', ')
  const order = columns.map(quoted).join(', ')
  const rows = await query.all<Record<string, string>>(`SELECT ${list} FROM ${quoted(table)} ORDER BY ${order}`)
  const digests = columns.map((column) => {
    const hash = createHash('sha256')
    for (const row of rows) hash.update(`${row[column]}\n`)
    return [column, hash.digest('hex')] as const
  })
  return { rows: rows.length, columns: Object.fromEntries(digests) }
}

/** The digest of each table over all its columns. */
export async function digestsOf(database: SqliteDatabase): Promise<ReadonlyMap<string, TableDigest>> {
  const digests = new Map<string, TableDigest>()
  for (const [table, columns] of await columnsOf(database)) digests.set(table, await digestOf(database, table, columns))
  return digests
}
