import SQLite from 'better-sqlite3'

/** The newest generation of the key that had opened the database of a copy; 1 in a copy of an earlier version. */
export function generationOfCopy(file: string): number {
  const copy = new SQLite(file, { readonly: true })
  try {
    if (!copy.prepare("SELECT 1 FROM pragma_table_info('installation') WHERE name = 'generation'").get()) return 1
    return copy.prepare<[], number>('SELECT generation FROM installation').pluck().get() ?? 1
  } finally {
    copy.close()
  }
}
