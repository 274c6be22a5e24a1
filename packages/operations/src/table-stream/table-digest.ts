import { hash } from 'node:crypto'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { readStored } from './read-table.ts'
import type { Table, TableRow } from './table.ts'

/** The content of a table, the same on both engines and in any order of the rows. */
export interface TableDigest {
  readonly rows: number
  /** The sum of the SHA-256 of all rows, modulo 2^256, in hex. */
  readonly digest: string
}

/** Adds up the rows of a table. */
export class DigestSum {
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
export async function digestOfTable(query: SnapshotQuery, table: Table): Promise<TableDigest> {
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
