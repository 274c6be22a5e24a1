import { createHash } from 'node:crypto'
import type { TypedColumn } from '@wayproof/database/query/dialect'
import type { SnapshotQuery, Statement, Values } from '@wayproof/database/query/query'

export interface RowsDigest {
  readonly rows: number
  readonly digest: string
}

interface Rows {
  /** A table, or a statement in parentheses. */
  readonly from: string
  readonly key: readonly TypedColumn[]
  readonly values: readonly TypedColumn[]
}

/** SHA-256 over rows as JSON lists, one line each, in the order of their keys. */
export const rowsDigest = (
  query: SnapshotQuery,
  { from, key, values }: Rows,
  given: Values = {},
): Promise<RowsDigest> =>
  linesDigest(
    query,
    ({ jsonColumns }) => `SELECT ${jsonColumns([...key, ...values], 'sealed')} AS line FROM ${from} AS sealed
      ORDER BY ${key.map(({ name }) => `"${name}"`).join(', ')}`,
    given,
  )

/** SHA-256 over the column `line` of all rows of a statement, in their order. */
export async function linesDigest(query: SnapshotQuery, statement: Statement, given: Values): Promise<RowsDigest> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const batch of query.batches<{ line: string }>(statement, given)) {
    hash.update(batch.map(({ line }) => `${line}\n`).join(''))
    rows += batch.length
  }
  return { rows, digest: hash.digest('hex') }
}
