import type { Dialect } from '@wayproof/database/query/dialect'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import type { Column, Table, TableRow } from './table.ts'

/** Most rows of a batch, and most bytes: a row may be a file of several MB. */
const MOST_ROWS = 1_000
const MOST_BYTES = 8_000_000

/** Reads the rows of a table in random order, because the order of their insertion must not pass to a copy. */
export const readShuffled = (query: SnapshotQuery, table: Table): AsyncIterable<readonly TableRow[]> =>
  readTable(query, table, ({ randomKey }) => `ORDER BY ${randomKey()}`)

/** Reads the rows of a table as they are stored. */
export const readStored = (query: SnapshotQuery, table: Table): AsyncIterable<readonly TableRow[]> =>
  readTable(query, table, () => '')

/** Reads the rows of a table in batches of bounded size. */
async function* readTable(
  query: SnapshotQuery,
  table: Table,
  order: (dialect: Dialect) => string,
): AsyncIterable<readonly TableRow[]> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const size = await batchSize(query, table)
  const rows = query.batches<Record<string, TableRow[string]>>(
    (dialect) => `SELECT ${names} FROM "${table.name}" ${order(dialect)}`,
    {},
    size,
  )
  const texts = table.columns.filter(({ kind }) => kind === 'text')
  for await (const batch of rows) {
    for (const row of batch) replaceNul(row, texts)
    yield batch
  }
}

/** Rows that need at most `MOST_BYTES` together, even if all are as long as the longest one. */
async function batchSize(query: SnapshotQuery, { name, columns }: Table): Promise<number> {
  const long = columns.filter(({ kind }) => kind === 'text' || kind === 'bytes')
  if (long.length === 0) return MOST_ROWS
  const length = long.map((column) => `coalesce(octet_length("${column.name}"), 0)`).join(' + ')
  const longest = await query.get<{ bytes: number | null }>(`SELECT max(${length}) AS bytes FROM "${name}"`)
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BYTES / Math.max(1, longest?.bytes ?? 0))))
}

/** No text of PostgreSQL contains NUL; the store writes U+FFFD there instead of it. */
function replaceNul(row: Record<string, TableRow[string]>, texts: readonly Column[]): void {
  for (const { name } of texts) {
    const text = row[name]
    if (typeof text === 'string' && text.includes('\0')) row[name] = text.replaceAll('\0', '\uFFFD')
  }
}
