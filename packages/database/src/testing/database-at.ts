import { PostgresqlDatabase } from '../postgresql/postgresql-database.ts'
import { openSqlite } from '../sqlite/sqlite-database.ts'
import type { StoreDatabase } from '../store-database.ts'
import { timing } from './timing.ts'

/** The URL of a database, for `openAt` in another process. */
export const placeOf = (database: StoreDatabase): string =>
  database.engine === 'sqlite' ? `file:${database.file}` : (database.pool.options.connectionString ?? '')

/** Opens the database at a URL, `file:PATH` or `postgresql://…`, as it is. */
export const openAt = (url: string): StoreDatabase =>
  url.startsWith('file:')
    ? openSqlite({ file: url.slice('file:'.length), ...timing })
    : new PostgresqlDatabase({ url, ...timing })
