import type { ReadQuery, Statement } from '@wayproof/database/query/query'

/** The type of a column, as far as the engines write its values differently. */
export type ColumnKind = 'text' | 'bytes' | 'instant' | 'boolean' | 'number'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
}

export interface Table {
  readonly name: string
  /** In the order of their names, which is the same on both engines. */
  readonly columns: readonly Column[]
}

/** A row with the values that both engines return: instants are milliseconds, booleans 0 or 1, bytes are buffers. */
export type TableRow = Readonly<Record<string, string | number | Buffer | null>>

/** The history of migrations belongs to the engine; both engines have all other tables, with the same columns. */
const HISTORY = '_prisma_migrations'

/** Triggers on other tables raise its only row, so it is written after them. */
const WRITTEN_LAST = 'register_revision'

const ON_SQLITE = `SELECT t.name AS "table", c.name AS "column", lower(c.type) AS type
  FROM pragma_table_list t, pragma_table_info(t.name) c
  WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

const ON_POSTGRESQL = `SELECT CAST(relname AS text) AS "table", CAST(attname AS text) AS "column",
    format_type(atttypid, NULL) AS type
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
  WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind = 'r' AND attnum > 0 AND NOT attisdropped`

const COLUMNS: Statement = ({ engine }) => (engine === 'sqlite' ? ON_SQLITE : ON_POSTGRESQL)

/** The tables of a database in the order in which they are written. */
export async function tablesOf(query: ReadQuery): Promise<readonly Table[]> {
  const columnRows = await query.all<{ table: string; column: string; type: string }>(COLUMNS)
  const byTable = Map.groupBy(columnRows, ({ table }) => table)
  byTable.delete(HISTORY)
  return [...byTable]
    .map(([name, columns]) => ({
      name,
      columns: columns.map(({ column, type }) => ({ name: column, kind: kindOf(type) })).toSorted(byName),
    }))
    .toSorted(
      (one, other) => Number(one.name === WRITTEN_LAST) - Number(other.name === WRITTEN_LAST) || byName(one, other),
    )
}

function kindOf(type: string): ColumnKind {
  if (type === 'text') return 'text'
  if (type === 'blob' || type === 'bytea') return 'bytes'
  if (type === 'boolean') return 'boolean'
  return type === 'datetime' || type.startsWith('timestamp') ? 'instant' : 'number'
}

const byName = (one: { readonly name: string }, other: { readonly name: string }) => (one.name < other.name ? -1 : 1)
