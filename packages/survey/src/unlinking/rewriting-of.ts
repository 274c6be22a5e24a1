import type { StoreDatabase } from '@wayproof/database/store-database'
import { rewritingOnPostgresql } from './rewrite-on-postgresql.ts'
import { rewritingOnSqlite } from './rewrite-on-sqlite.ts'
import type { Rewriting } from './rewriting.ts'

export const rewritingOf = (database: StoreDatabase): Rewriting =>
  database.engine === 'sqlite' ? rewritingOnSqlite(database) : rewritingOnPostgresql(database)
