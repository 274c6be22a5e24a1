import type { QueryDatabase } from '../engine/query/query-database.ts'
import { openTestDatabase } from './test-database.ts'
import { openTestPostgresql } from './test-postgresql.ts'

/** Opens an empty database of each engine, for suites that both must pass: `describe.each(engines)`. */
export const engines: readonly { readonly engine: string; readonly open: () => Promise<QueryDatabase> }[] = [
  { engine: 'SQLite', open: () => openTestDatabase() },
  { engine: 'PostgreSQL', open: () => openTestPostgresql() },
  { engine: 'PostgreSQL with one connection', open: () => openTestPostgresql(1) },
]
