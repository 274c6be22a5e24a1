import type { RegisterId, RowPage, RowQuery } from '@wayproof/evidence'
import type { ReadQuery } from '../engine/query/query.ts'
import { registerTables } from './register-tables.ts'
import { matches, type SelectedRow, selectRow, sortedBy, storedRow } from './row-query.ts'

/** A page of rows with the number of all matching rows. A text search scans slowly, so it counts in the same scan. */
export async function readPage(query: ReadQuery, register: RegisterId, asked: RowQuery): Promise<RowPage> {
  const { table } = registerTables[register]
  const where = matches(register, asked)
  const order = sortedBy(register, asked.sort)
  const isSearch = asked.find !== ''
  // The page is cut before its rows are joined with their imports, so that 100,000 rows cost one scan.
  const rows = await query.all<SelectedRow>(
    (dialect) => {
      const counted = isSearch ? ', count(*) OVER () AS found' : ''
      const cut = `(SELECT *${counted} FROM "${table}" t WHERE ${where.sql(dialect)}
        ORDER BY ${order} LIMIT @limit OFFSET @offset)`
      return `${selectRow(dialect, register, cut, isSearch ? ['t.found AS "#found"'] : [])} ORDER BY ${order}`
    },
    { ...where.values, limit: asked.limit, offset: asked.offset },
  )
  const found = rows[0]?.['#found']
  if (typeof found === 'number') return { rows: rows.map((row) => storedRow(register, row)), total: found }
  const counted = await query.get<{ n: number }>(
    (dialect) => `SELECT count(*) AS n FROM "${table}" t WHERE ${where.sql(dialect)}`,
    where.values,
  )
  return { rows: rows.map((row) => storedRow(register, row)), total: counted?.n ?? 0 }
}
