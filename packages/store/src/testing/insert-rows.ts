import type { Database } from '../sqlite/database.ts'

type Value = string | number | boolean | null
type Row = Readonly<Record<string, Value>>

/** Puts rows into a table as they are, for tests that are about what is read from them. */
export async function insertRows(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  await database.write((sql) => {
    for (const row of rows) {
      const names = Object.keys(row)
      const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
      const values = Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? +value : value])
      sql(text).run(Object.fromEntries(values))
    }
  })
}

/** Where an imported row comes from. */
export const origin = { import_id: 'test', row_number: 1 }
