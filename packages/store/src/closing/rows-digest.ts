import { createHash } from 'node:crypto'
import type { ReadSql } from '../engine/sqlite/sql.ts'

export interface RowsDigest {
  readonly rows: number
  readonly digest: string
}

interface Rows {
  /** What stands before the statement: its common tables. */
  readonly before?: string
  readonly from: string
  readonly key: readonly string[]
  readonly values: readonly string[]
}

/** SHA-256 over rows as JSON arrays, a line each, in the order of their keys. */
export function rowsDigest(
  read: ReadSql,
  { before = '', from, key, values }: Rows,
  given: Readonly<Record<string, unknown>> = {},
): RowsDigest {
  const names = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')
  const hash = createHash('sha256')
  let rows = 0
  read(`${before} SELECT json_array(${names([...key, ...values])}) FROM ${from} ORDER BY ${names(key)}`).each(
    (row: string) => {
      hash.update(`${row}\n`)
      rows += 1
    },
    given,
  )
  return { rows, digest: hash.digest('hex') }
}
