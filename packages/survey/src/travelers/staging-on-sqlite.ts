import type { Query } from '@wayproof/database/query/query'
import type { Sql } from '@wayproof/database/sqlite/sql'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { sqliteQuery } from '@wayproof/database/sqlite/sqlite-query'
import { repeatedNumbers } from './repeated-numbers.ts'
import { type Sealing, sealedRows, sealingUnder, traitRows } from './seal-chunk.ts'
import { STAGED, type StagedTables, stagedNames, stagedView, TRAITS } from './staged-tables.ts'
import type { Staging, StagingTable } from './staging-table.ts'
import { takeIn } from './take-in.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

function tablesOf(name: string): StagedTables {
  const names = stagedNames('temp', name)
  return {
    ...names,
    // The register is read in the order of its pages.
    travelerRow: (traveler) => `${traveler}.rowid`,
    isNew: (staged) => `${staged}.row_number NOT IN (SELECT row_number FROM ${names.known})`,
    addMany: (query, add) => withoutIndexes(query, 'traveler', add),
  }
}

/**
 * Temporary tables on the write connection: they are outside the database file, end with the connection, and have no
 * index, which would slow down a million unsorted rows.
 */
export async function openStagingOnSqlite(
  database: SqliteDatabase,
  { name, keys, told: mostListed }: Staging,
): Promise<StagingTable> {
  const tables = tablesOf(name)
  const { all, rows, traits, known: matches, leftOut } = tables
  await database.write(async (query) => {
    await query.run(`CREATE TABLE ${rows} (row_number INTEGER PRIMARY KEY, ${STAGED.slice(1).join(', ')})`)
    await query.run(`CREATE TABLE ${traits} (traits INTEGER PRIMARY KEY, ${TRAITS.slice(1).join(', ')})`)
    await query.run(`CREATE VIEW ${all} AS ${stagedView(tables)}`)
    await query.run(
      `CREATE TABLE ${matches} (traveler_row INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, differs INTEGER NOT NULL)`,
    )
    await query.run(`CREATE TABLE ${leftOut} (customer_number PRIMARY KEY) WITHOUT ROWID`)
  })
  const sealing = sealingUnder(keys, AT_ONCE)
  return {
    stage: (chunk) => database.writeBlocking('temporary', (sql) => fill(sql, tables, chunk, sealing)),
    repeated: async () => {
      if (!sealing.numbers.mayRepeat()) return { rows: [], total: 0 }
      // The statement runs at once; its rows are awaited after the end of the transaction.
      const { repeats } = await database.writeBlocking('temporary', (sql) => ({
        repeats: repeatedNumbers(sqliteQuery(sql), tables, mostListed),
      }))
      return repeats
    },
    takeIn: (file) => {
      const mayShare = sealing.addresses.mayRepeat()
      sealing.numbers.clear()
      sealing.addresses.clear()
      return database.write((query) => takeIn(query, tables, { file, mayShare }))
    },
    close: () =>
      database.write(async (query) => {
        await query.run(`DROP VIEW ${all}`)
        for (const table of [rows, traits, matches, leftOut]) await query.run(`DROP TABLE ${table}`)
      }),
  }
}

/** Rows of one statement: single rows take half as long again, and more rows are not faster. */
const AT_ONCE = 10

function fill(sql: Sql, { rows: table, traits }: StagedTables, chunk: TravelerChunk, sealing: Sealing): void {
  const insertTraits = `INSERT INTO ${traits} VALUES (${TRAITS.map(() => '?').join(', ')})`
  for (const values of traitRows(chunk)) sql(insertTraits).run(...values)
  const row = `(${STAGED.map(() => '?').join(', ')})`
  const insert = (rows: number) => `INSERT INTO ${table} VALUES ${Array(rows).fill(row).join(', ')}`
  const many = insert(AT_ONCE)
  for (const values of sealedRows(chunk, sealing)) {
    const rows = values.length / STAGED.length
    sql(rows === AT_ONCE ? many : insert(rows)).run(...values)
  }
}

const INDEXES = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @table AND sql IS NOT NULL`

/**
 * Runs `work` on a table without its secondary indexes and rebuilds them: unsorted rows would touch one page of each
 * index. Must be called inside a transaction. Throws if `work` violates an index.
 */
async function withoutIndexes(query: Query, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await query.all<{ name: string; sql: string }>(INDEXES, { table })
  for (const { name } of indexes) await query.run(`DROP INDEX "${name}"`)
  await work()
  for (const { sql } of indexes) await query.run(sql)
}
