import { PostgresqlDatabase } from '../engine/postgresql/postgresql-database.ts'
import { openSqlite } from '../engine/sqlite/sqlite-database.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { timing } from '../engine/testing/timing.ts'

/** The URL of a database, for `openAt` in another process. */
export const placeOf = (database: StoreDatabase): string =>
  database.engine === 'sqlite' ? `file:${database.file}` : (database.pool.options.connectionString ?? '')

/** Opens the database at a URL, `file:PATH` or `postgresql://…`, as it is. */
export const openAt = (url: string): StoreDatabase =>
  url.startsWith('file:')
    ? openSqlite({ file: url.slice('file:'.length), ...timing })
    : new PostgresqlDatabase({ url, ...timing })
