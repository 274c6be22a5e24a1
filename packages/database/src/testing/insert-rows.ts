import type { Query, Value, Values } from '../query/query.ts'

export type NewRow = Readonly<Record<string, Exclude<Value, readonly unknown[]>>>

/** Parameters of one statement. */
const MOST_PARAMETERS = 2_000

/** Inserts rows that all have the columns of the first; a column that a row leaves out is null. */
export async function insertRows({ run }: Query, table: string, rows: readonly NewRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const most = Math.floor(MOST_PARAMETERS / columns.length)
  for (let from = 0; from < rows.length; from += most) {
    const values: Record<string, Values[string]> = {}
    const lines = rows.slice(from, from + most).map((row, n) => {
      for (const column of columns) values[`${column}_${n}`] = row[column] ?? null
      return `(${columns.map((column) => `@${column}_${n}`).join(', ')})`
    })
    const names = columns.map((column) => `"${column}"`).join(', ')
    await run(`INSERT INTO "${table}" (${names}) VALUES ${lines.join(', ')}`, values)
  }
}
