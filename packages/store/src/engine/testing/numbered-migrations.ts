import type { Migration } from '../sqlite-migrations/migration-history.ts'

/** Thirty small changes, enough for several processes to meet. */
export const numberedMigrations: readonly Migration[] = Array.from({ length: 30 }, (_, i) => ({
  name: `${20300101000000 + i}_table`,
  sql: `CREATE TABLE t${i} (n INTEGER PRIMARY KEY)`,
}))
