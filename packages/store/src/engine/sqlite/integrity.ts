import type { ReadSql } from './sql.ts'

/** Returns SQLite's own messages about corrupt pages, indexes and references; empty if the file is intact. */
export function integrityFaults(sql: ReadSql): readonly string[] {
  const pages = sql<{ integrity_check: string }>('PRAGMA integrity_check').all()
  const references = sql<{ table: string; parent: string }>('PRAGMA foreign_key_check').all()
  return [
    ...pages.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok'),
    ...references.map(({ table, parent }) => `a row of ${table} has no ${parent}`),
  ]
}
