import type { ReadQuery } from '../query/query.ts'

/** Returns SQLite's own messages about corrupt pages, indexes and references; empty if the file is intact. */
export async function integrityFaults(query: ReadQuery): Promise<readonly string[]> {
  const pages = await query.all<{ integrity_check: string }>('PRAGMA integrity_check')
  const references = await query.all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
  return [
    ...pages.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok'),
    ...references.map(({ table, parent }) => `a row of ${table} has no ${parent}`),
  ]
}
