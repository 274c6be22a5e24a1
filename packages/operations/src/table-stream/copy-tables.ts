import { DatabaseFault } from '@wayproof/database/database-fault'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { type LastNumber, lastNumbers } from './last-numbers.ts'
import { readShuffled } from './read-table.ts'
import { type Table, type TableRow, tablesOf } from './table.ts'
import { DigestSum, digestOfTable, type TableDigest } from './table-digest.ts'

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
