import type { Migration } from '../sqlite/migration-history.ts'

/** 30 small migrations, so that several processes that migrate at once overlap. */
export const numberedMigrations: readonly Migration[] = Array.from({ length: 30 }, (_, i) => ({
  name: `${20300101000000 + i}_table`,
  sql: `CREATE TABLE t${i} (n INTEGER PRIMARY KEY)`,
}))
