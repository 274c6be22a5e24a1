import type { PostgresqlDatabase } from '../postgresql/postgresql-database.ts'
import type { SqliteDatabase } from '../sqlite/sqlite-database.ts'

const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'`

const INSTANTS = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'`

const COUNTED = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'public' AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')`

/** Copies all rows of a SQLite database to a PostgreSQL database. */
export async function mirrorToPostgresql(from: SqliteDatabase, { pool }: PostgresqlDatabase): Promise<void> {
  const { rows: columns } = await pool.query<{ table_name: string; column_name: string }>(INSTANTS)
  const instants = new Set(columns.map(({ table_name, column_name }) => `${table_name} ${column_name}`))
  const tables = (await from.query.all<{ name: string }>(TABLES)).map(({ name }) => name)
  const connection = await pool.connect()
  try {
    // The copied database already satisfies references and triggers.
    await connection.query('BEGIN; SET LOCAL session_replication_role = replica')
    // Truncating 100 tables would take seconds.
    await connection.query(tables.map((name) => `DELETE FROM "${name}"`).join('; '))
    for (const table of tables) {
      const rows = await from.query.all<Record<string, unknown>>(`SELECT * FROM "${table}"`)
      if (rows.length === 0) continue
      const values = rows.map((row) => jsonRow(row, (column) => instants.has(`${table} ${column}`)))
      await connection.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [
        JSON.stringify(values),
      ])
    }
    // New rows are counted on from the copied ones.
    const { rows: counted } = await connection.query<{ table_name: string; column_name: string }>(COUNTED)
    for (const { table_name: table, column_name: column } of counted)
      await connection.query(
        `SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'), (SELECT max("${column}") FROM "${table}"))`,
      )
    await connection.query('COMMIT')
  } finally {
    connection.release()
  }
}

function jsonRow(row: Record<string, unknown>, isInstant: (column: string) => boolean): Record<string, unknown> {
  const value = (column: string, stored: unknown) => {
    if (stored instanceof Uint8Array) return `\\x${Buffer.from(stored).toString('hex')}`
    return isInstant(column) && typeof stored === 'number' ? new Date(stored).toISOString() : stored
  }
  return Object.fromEntries(Object.entries(row).map(([column, stored]) => [column, value(column, stored)]))
}
