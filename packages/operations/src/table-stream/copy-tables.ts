import { hash } from 'node:crypto'
import { DatabaseFault } from '@wayproof/database/database-fault'
import type { Dialect } from '@wayproof/database/query/dialect'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { type LastNumber, lastNumbers } from './last-numbers.ts'
import { type Column, type Table, type TableRow, tablesOf } from './table.ts'

/** A new database with every table, inside the transaction that fills it. */
export interface TableTarget {
  /** Reads the rows that have been written. */
  readonly query: SnapshotQuery
  insert(table: Table, rows: readonly TableRow[]): Promise<void>
  /** Ends the copy: numbers are counted on from these. */
  countOn(numbers: readonly LastNumber[]): Promise<void>
}

/** Called after each batch with its table, and the rows of the table that were copied or compared until now. */
export type CopyProgress = (table: string, rows: number) => void

export type TableDigests = ReadonlyMap<string, TableDigest>

/**
 * Copies all tables of a database as of one moment to a new one, reads them back and compares the digest of each.
 * Throws DatabaseFault `copy-differs` with the table, so that the caller's transaction is rolled back.
 */
export async function copyTables(
  source: SnapshotQuery,
  target: TableTarget,
  progress: CopyProgress = () => {},
): Promise<TableDigests> {
  const tables = await tablesOf(source)
  const digests = new Map<string, TableDigest>()
  for (const table of tables) {
    const sum = new DigestSum(table)
    for await (const rows of readShuffled(source, table)) {
      await target.insert(table, rows)
      sum.add(rows)
      progress(table.name, sum.total.rows)
    }
    digests.set(table.name, sum.total)
  }
  await target.countOn(await lastNumbers(source))
  const different = await firstDifference(target.query, digests)
  if (different !== null)
    throw new DatabaseFault('copy-differs', `${different} is not the same after it was copied`, { detail: different })
  return digests
}

/** The digest of every table. */
export async function digestsOf(query: SnapshotQuery): Promise<TableDigests> {
  const digests = new Map<string, TableDigest>()
  for (const table of await tablesOf(query)) digests.set(table.name, await digestOfTable(query, table))
  return digests
}

/** The first table of a database whose rows do not have these digests; null if all have. */
export async function firstDifference(query: SnapshotQuery, expected: TableDigests): Promise<string | null> {
  const tables = await tablesOf(query)
  for (const table of tables) {
    const { rows, digest } = await digestOfTable(query, table)
    const wanted = expected.get(table.name)
    if (wanted?.rows !== rows || wanted.digest !== digest) return table.name
  }
  return tables.length === expected.size ? null : 'tables'
}

/** Rows of all tables. */
export const rowsIn = (digests: TableDigests): number => [...digests.values()].reduce((sum, { rows }) => sum + rows, 0)

/** The content of a table, the same on both engines and in any order of the rows. */
interface TableDigest {
  readonly rows: number
  /** The sum of the SHA-256 of all rows, modulo 2^256, in hex. */
  readonly digest: string
}

/** Adds up the rows of a table. */
class DigestSum {
  readonly #table: Table
  #rows = 0
  #sum = 0n

  constructor(table: Table) {
    this.#table = table
  }

  add(rows: readonly TableRow[]): void {
    for (const row of rows) this.#sum += BigInt(`0x${hash('sha256', textOf(this.#table, row), 'hex')}`)
    this.#rows += rows.length
  }

  get total(): TableDigest {
    return { rows: this.#rows, digest: BigInt.asUintN(256, this.#sum).toString(16).padStart(64, '0') }
  }
}

/** Reads a table for its digest. */
async function digestOfTable(query: SnapshotQuery, table: Table): Promise<TableDigest> {
  const sum = new DigestSum(table)
  for await (const rows of readStored(query, table)) sum.add(rows)
  return sum.total
}

/** The values in the order of the columns; bytes are in a list, so that no text equals them. */
function textOf({ columns }: Table, row: TableRow): string {
  return JSON.stringify(
    columns.map(({ name }) => {
      const value = row[name]
      return value instanceof Uint8Array ? [Buffer.from(value).toString('hex')] : value
    }),
  )
}

/** Most rows of a batch, and most bytes: a row may be a file of several MB. */
const MOST_ROWS = 1_000
const MOST_BYTES = 8_000_000

/** Reads the rows of a table in random order, because the order of their insertion must not pass to a copy. */
const readShuffled = (query: SnapshotQuery, table: Table): AsyncIterable<readonly TableRow[]> =>
  readTable(query, table, ({ randomKey }) => `ORDER BY ${randomKey()}`)

/** Reads the rows of a table as they are stored. */
const readStored = (query: SnapshotQuery, table: Table): AsyncIterable<readonly TableRow[]> =>
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
