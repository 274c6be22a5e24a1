import type { ReadQuery } from '@wayproof/database/query/query'
import type { RegisterId } from '../register.ts'
import type { RowQuery } from '../rows/ports.ts'
import type { RowFilter } from '../rows/row-filter.ts'
import { registerTables } from './register-tables.ts'
import { filterCondition } from './row-filter-sql.ts'
import { matches } from './row-query.ts'

/** Counts the matching rows of each view in one scan. */
export async function countViews(
  query: ReadQuery,
  register: RegisterId,
  rowQuery: Pick<RowQuery, 'find' | 'filters'>,
  views: readonly (readonly RowFilter[])[],
): Promise<readonly number[]> {
  if (views.length === 0) return []
  const where = matches(register, rowQuery)
  const conditions = views.map((filters, view) =>
    filters.map((filter, place) => filterCondition(register, filter, `view${view}_${place}`)),
  )
  const values = Object.assign({ ...where.values }, ...conditions.flat().map((condition) => condition.values))
  const row = await query.get<Record<string, number>>((dialect) => {
    const counts = conditions.map((all, view) => {
      const sql = ['true', ...all.map((condition) => condition.sql(dialect))].join(' AND ')
      return `count(CASE WHEN ${sql} THEN 1 END) AS n${view}`
    })
    return `SELECT ${counts.join(', ')} FROM "${registerTables[register].table}" t WHERE ${where.sql(dialect)}`
  }, values)
  return views.map((_, view) => row?.[`n${view}`] ?? 0)
}
