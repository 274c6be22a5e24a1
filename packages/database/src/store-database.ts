import type { PostgresqlDatabase } from './postgresql/postgresql-database.ts'
import type { SqliteDatabase } from './sqlite/sqlite-database.ts'

/** A database of either engine; `engine` names it. */
export type StoreDatabase = SqliteDatabase | PostgresqlDatabase
