import { existsSync, readFileSync } from 'node:fs'
import type { StoreDatabase } from '../store-database.ts'

const RELATION_FILES = `SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
  WHERE relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace) AND relkind IN ('r', 'i', 't')
    AND pg_relation_filepath(oid) IS NOT NULL AND oid >= 16384`

/**
 * The bytes that a database has on disk: the file and its log on SQLite, the files of tables and indexes on PostgreSQL.
 * The user of a PostgreSQL server must be a superuser.
 */
export async function storedBytes(database: StoreDatabase): Promise<Buffer> {
  if (database.engine === 'sqlite') {
    const paths = [database.file, `${database.file}-wal`]
    return Buffer.concat(paths.filter((path) => existsSync(path)).map((path) => readFileSync(path)))
  }
  await database.pool.query('CHECKPOINT')
  const { rows } = await database.pool.query<{ bytes: Buffer }>(RELATION_FILES)
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}
