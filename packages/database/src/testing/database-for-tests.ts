import { existsSync, readFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { postgresqlQuery } from '../postgresql/postgresql-query.ts'
import type { Query, Statement, Values } from '../query/query.ts'
import { sqlOf } from '../sqlite/sql.ts'
import { sqliteQuery } from '../sqlite/sqlite-query.ts'
import { insertRows, type NewRow } from './insert-rows.ts'

/** The database of an app under test, which tests read and write without the app, on connections of their own. */
export interface TestDatabase {
  readonly databaseUrl: string
  /** Rows of a query: instants are milliseconds, booleans 0 or 1. */
  rows<Row>(statement: Statement, values?: Values): Promise<readonly Row[]>
  /** Runs a statement, for data that no app writes. */
  run(statement: Statement, values?: Values): Promise<void>
  /** Inserts rows into tables in one transaction, for data that no app writes. Instants are dates. */
  insert(tables: Readonly<Record<string, readonly NewRow[]>>): Promise<void>
  /** All that is stored, for a comparison that shows any write: the bytes of the file, or each row with its version. */
  snapshot(): Promise<readonly string[]>
}

/** The database of a URL that an app uses: `file:PATH` or `postgresql://…`. */
export function databaseAt(databaseUrl: string): TestDatabase {
  const file = /^file:(.+)$/.exec(databaseUrl)?.[1]
  const use = file ? usingSqlite(file) : usingPostgresql(databaseUrl)
  return {
    databaseUrl,
    rows: <Row>(statement: Statement, values?: Values) => use(({ all }) => all<Row>(statement, values)),
    run: async (statement, values) => void (await use(({ run }) => run(statement, values))),
    insert: (tables) =>
      use(async (query) => {
        await query.run('BEGIN')
        for (const [table, rows] of Object.entries(tables)) await insertRows(query, table, rows)
        await query.run('COMMIT')
      }),
    snapshot: async () => (file ? fileContents(file) : use(rowVersions)),
  }
}

/** Opens a connection for `work`, and closes it afterwards. */
type Use = <T>(work: (query: Query) => Promise<T>) => Promise<T>

const usingSqlite =
  (file: string): Use =>
  async (work) => {
    const connection = new SQLite(file)
    const query = sqliteQuery(sqlOf((text) => connection.prepare(text)))
    return work(query).finally(() => connection.close())
  }

const usingPostgresql =
  (connectionString: string): Use =>
  async (work) => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    return work(postgresqlQuery(() => client)).finally(() => client.end())
  }

const fileContents = (file: string): readonly string[] =>
  [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path).toString('base64'))

/** Each row of each table with its place and its last transaction, which a rewritten row does not share. */
async function rowVersions({ all }: Query): Promise<readonly string[]> {
  const tables = await all<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename',
  )
  const ofTable = ({ name }: { name: string }) =>
    `SELECT '${name}' AS name, concat_ws(' ', ctid, xmin, "${name}") AS version FROM "${name}"`
  const rows = await all<{ name: string; version: string }>(
    `${tables.map(ofTable).join(' UNION ALL ')} ORDER BY name, version`,
  )
  return rows.map(({ name, version }) => `${name} ${version}`)
}
