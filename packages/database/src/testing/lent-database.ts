import pg from 'pg'
import { createServerDatabase, type ServerDatabase } from './server-database.ts'

export interface LentDatabase {
  readonly url: string
  /** Call it when every connection is closed or closing. */
  giveBack(): void
}

/** A database with every table, and a connection to it that stays open. */
interface Reusable extends ServerDatabase {
  readonly connection: pg.Client
  /** The rows that a new database has, by table, as JSON. */
  readonly rows: ReadonlyMap<string, string>
  readonly schema: string
}

/** How long the connections of a test may take to end. */
const CLOSING_MS = 500

/** All that a test may have changed about tables, and must not leave to the next test. */
const SCHEMA = `SELECT md5(concat(
  (SELECT string_agg(concat(tgrelid, tgname, tgenabled), ',' ORDER BY oid) FROM pg_trigger),
  (SELECT string_agg(concat(oid, md5(prosrc)), ',' ORDER BY oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
  (SELECT string_agg(concat(oid, conname), ',' ORDER BY oid) FROM pg_constraint),
  (SELECT string_agg(concat(c.oid, c.relname, attname, atttypid, attnotnull), ',' ORDER BY c.oid, attnum)
    FROM pg_class c LEFT JOIN pg_attribute ON attrelid = c.oid WHERE relnamespace = 'public'::regnamespace),
  (SELECT count(*) FROM pg_db_role_setting), (SELECT count(*) FROM pg_namespace WHERE nspname NOT LIKE 'pg_t%')
)) AS schema`

/** Databases that wait for the next test; each takes some 12 MB of memory. */
const KEPT = 4

const free: Promise<Reusable | null>[] = []

/**
 * Lends a database with the rows and tables of `template`, which must always be the same one. Most were used by an
 * earlier test and emptied: creating, deleting and the first connection to a new one take longer than most tests.
 */
export async function lendDatabase(serverUrl: string, template: string): Promise<LentDatabase> {
  const database = (await free.shift()) ?? (await create(serverUrl, template))
  return {
    url: database.url,
    giveBack: () => void free.push(free.length < KEPT ? emptied(database) : removed(database)),
  }
}

async function create(serverUrl: string, template: string): Promise<Reusable> {
  const database = await createServerDatabase(serverUrl, template)
  const connection = new pg.Client({ connectionString: database.url })
  // The server may end first.
  connection.on('error', () => {})
  await connection.connect()
  const rows = new Map<string, string>()
  for (const name of await usedTables(connection)) {
    const text = `SELECT json_agg(t)::text AS rows FROM "${name}" t`
    rows.set(name, (await connection.query<{ rows: string }>(text)).rows[0]?.rows ?? '[]')
  }
  return { ...database, connection, rows, schema: await schemaOf(connection) }
}

async function schemaOf(connection: pg.Client): Promise<string> {
  return (await connection.query<{ schema: string }>({ name: 'schema', text: SCHEMA })).rows[0]?.schema ?? ''
}

/** Tables with rows, or with space that deleted rows took. */
async function usedTables(connection: pg.Client): Promise<readonly string[]> {
  const text = `SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0`
  return (await connection.query<{ name: string }>({ name: 'used', text })).rows.map(({ name }) => name)
}

/** The database as it was when it was new; null, and deleted, if a test has changed more than rows. */
async function emptied(database: Reusable): Promise<Reusable | null> {
  const { connection, rows, schema } = database
  const isLeft = !(await othersLeft(connection))
  // `refuseWrites` adds it.
  if (isLeft) await connection.query('DROP FUNCTION IF EXISTS refuse CASCADE')
  if (!isLeft || (await schemaOf(connection)) !== schema) return removed(database)
  const names = (await usedTables(connection)).map((name) => `"${name}"`).join(', ')
  const restored = [...rows].map(
    ([name, json]) =>
      `INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", ${pg.escapeLiteral(json)})`,
  )
  await connection.query(['BEGIN', `TRUNCATE ${names} RESTART IDENTITY CASCADE`, ...restored, 'COMMIT'].join(';'))
  return database
}

async function removed({ connection, drop }: Reusable): Promise<null> {
  await connection.end()
  await drop()
  return null
}

/** Whether others are still connected after a while. */
async function othersLeft(connection: pg.Client): Promise<boolean> {
  const end = performance.now() + CLOSING_MS
  const others = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`
  while ((await connection.query({ name: 'others', text: others })).rowCount) {
    if (performance.now() > end) return true
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return false
}
