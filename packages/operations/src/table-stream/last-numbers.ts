import type { Query, ReadQuery } from '@wayproof/database/query/query'

/** The last number that a table has counted up to, which may be greater than that of any row. */
export interface LastNumber {
  readonly table: string
  readonly last: number
}

const ON_SQLITE = 'SELECT name AS "table", seq AS last FROM sqlite_sequence'

const COUNTED = `SELECT CAST(owner.relname AS text) AS "table", CAST(attname AS text) AS "column",
    CAST(CAST(counter.oid AS regclass) AS text) AS counter, coalesce(pg_sequence_last_value(counter.oid), 0) AS last
  FROM pg_class counter JOIN pg_depend ON objid = counter.oid AND deptype = 'a'
    JOIN pg_class owner ON owner.oid = refobjid JOIN pg_attribute ON attrelid = owner.oid AND attnum = refobjsubid
  WHERE counter.relkind = 'S' AND counter.relnamespace = CAST(current_schema() AS regnamespace)`

export const lastNumbers = (query: ReadQuery): Promise<readonly LastNumber[]> =>
  query.all<LastNumber>(({ engine }) => (engine === 'sqlite' ? ON_SQLITE : COUNTED))

/** Lets a SQLite file count on from these numbers, so that none is given to a second row. */
export async function countOnSqlite(query: Query, numbers: readonly LastNumber[]): Promise<void> {
  for (const { table, last } of numbers) {
    await query.run(
      `INSERT INTO sqlite_sequence (name, seq) SELECT @table, 0
        WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = @table)`,
      { table },
    )
    await query.run('UPDATE sqlite_sequence SET seq = max(seq, @last) WHERE name = @table', { table, last })
  }
}

/** Lets a PostgreSQL database count on from these numbers. Single rows have numbers only on SQLite. */
export async function countOnPostgresql(query: Query, numbers: readonly LastNumber[]): Promise<void> {
  const carried = new Map(numbers.map(({ table, last }) => [table, last]))
  for (const { table, column, counter } of await query.all<{ table: string; column: string; counter: string }>(
    COUNTED,
  )) {
    const last = carried.get(table) ?? 0
    await query.all(
      `SELECT setval(CAST(@counter AS regclass), counted.last) FROM
        (SELECT greatest(@last, max("${column}")) AS last FROM "${table}") counted WHERE counted.last > 0`,
      { counter, last },
    )
  }
}
