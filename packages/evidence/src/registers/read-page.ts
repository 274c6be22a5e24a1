import type { ReadQuery } from '@wayproof/database/query/query'
import type { RegisterId } from '../register.ts'
import type { RowPage, RowQuery } from '../rows/ports.ts'
import { keyColumns, quoted } from './record-sql.ts'
import { registerTables } from './register-tables.ts'
import type { Condition } from './row-filter-sql.ts'
import { matches, type SelectedRow, selectRow, sortColumn, sortedBy, storedRow } from './row-query.ts'

/**
 * A page of rows with the number of all matching rows. Only keys and the sorted column are sorted, so that 100,000 rows
 * with long texts cost little memory; the rows of the page are read by their keys.
 */
export const readPage = (query: ReadQuery, register: RegisterId, rowQuery: RowQuery): Promise<RowPage> =>
  rowQuery.find === '' ? readCounted(query, register, rowQuery) : readFound(query, register, rowQuery)

/** Counts before it reads: counting is fast without a text search, and a late page is then read from the end. */
async function readCounted(query: ReadQuery, register: RegisterId, rowQuery: RowQuery): Promise<RowPage> {
  const where = matches(register, rowQuery)
  const total = await countRows(query, register, where)
  const limit = Math.min(rowQuery.limit, total - rowQuery.offset)
  if (limit <= 0) return { rows: [], total }
  const isLate = rowQuery.offset > total / 2
  const offset = isLate ? total - rowQuery.offset - limit : rowQuery.offset
  const rows = await query.all<SelectedRow>(
    (dialect) => {
      const order = sortedBy(register, rowQuery.sort, isLate)
      const cut = `SELECT ${keysOf(register)} FROM ${tableOf(register)} WHERE ${where.sql(dialect)}
        ORDER BY ${order} LIMIT @limit OFFSET @offset`
      return `${selectRow(dialect, register, byKeys(register, cut))} ORDER BY ${sortedBy(register, rowQuery.sort)}`
    },
    { ...where.values, limit, offset },
  )
  return { rows: rows.map((row) => storedRow(register, row)), total }
}

/** A text search scans slowly, so one scan finds and counts. */
async function readFound(query: ReadQuery, register: RegisterId, rowQuery: RowQuery): Promise<RowPage> {
  const where = matches(register, rowQuery)
  const rows = await query.all<SelectedRow>(
    (dialect) => {
      const order = sortedBy(register, rowQuery.sort)
      const sorted = sortColumn(register, rowQuery.sort)
      const matchingRows = `SELECT ${keysOf(register)}${sorted && !isKey(register, sorted) ? `, t."${sorted}"` : ''}
        FROM ${tableOf(register)} WHERE ${where.sql(dialect)}`
      const cut = `SELECT ${keysOf(register)}, (SELECT count(*) FROM found) AS found FROM found t
        ORDER BY ${order} LIMIT @limit OFFSET @offset`
      const source = byKeys(register, cut, ', cut.found')
      return `WITH found AS MATERIALIZED (${matchingRows})
        ${selectRow(dialect, register, source, ['t.found AS "#found"'])} ORDER BY ${order}`
    },
    { ...where.values, limit: rowQuery.limit, offset: rowQuery.offset },
  )
  const matchCount = rows[0]?.['#found']
  const total =
    typeof matchCount === 'number' ? matchCount : rowQuery.offset === 0 ? 0 : await countRows(query, register, where)
  return { rows: rows.map((row) => storedRow(register, row)), total }
}

async function countRows(query: ReadQuery, register: RegisterId, where: Condition): Promise<number> {
  const counted = await query.get<{ n: number }>(
    (dialect) => `SELECT count(*) AS n FROM ${tableOf(register)} WHERE ${where.sql(dialect)}`,
    where.values,
  )
  return counted?.n ?? 0
}

const tableOf = (register: RegisterId): string => `"${registerTables[register].table}" t`

const keysOf = (register: RegisterId): string => quoted(registerTables[register].key, 't')

const isKey = (register: RegisterId, column: string): boolean =>
  registerTables[register].key.some((name) => name === column)

/** The records whose keys `cut` selects, as a table. */
function byKeys(register: RegisterId, cut: string, furtherColumns = ''): string {
  const on = keyColumns(registerTables[register]).map(({ name }) => `t."${name}" = cut."${name}"`)
  return `(SELECT t.*${furtherColumns} FROM (${cut}) cut JOIN ${tableOf(register)} ON ${on.join(' AND ')})`
}
