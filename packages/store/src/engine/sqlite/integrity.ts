import type { ReadSql } from './sql.ts'

/** What SQLite finds broken in the file, in its own words: pages, indexes, references. Empty when it is whole. */
export function integrityFaults(sql: ReadSql): readonly string[] {
  const pages = sql<{ integrity_check: string }>('PRAGMA integrity_check').all()
  const references = sql<{ table: string; parent: string }>('PRAGMA foreign_key_check').all()
  return [
    ...pages.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok'),
    ...references.map(({ table, parent }) => `a row of ${table} has no ${parent}`),
  ]
}
