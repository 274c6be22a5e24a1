import type { ReadQuery } from '@wayproof/database/query/query'
import type { RegisterId } from '../register.ts'
import type { StoredRow } from '../rows/ports.ts'
import { hasKey, type SelectedRow, selectRow, storedRow } from './row-query.ts'

export async function findRow(query: ReadQuery, register: RegisterId, key: string): Promise<StoredRow | null> {
  const where = hasKey(register, key)
  if (!where) return null
  const row = await query.get<SelectedRow>(
    (dialect) => `${selectRow(dialect, register)} WHERE ${where.sql(dialect)}`,
    where.values,
  )
  return row ? storedRow(register, row) : null
}
