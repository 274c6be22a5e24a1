import type { RegisterId, StoredRow } from '@wayproof/evidence'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { hasKey, type SelectedRow, selectRow, storedRow } from './row-query.ts'

export function findRow(sql: ReadSql, register: RegisterId, key: string): StoredRow | null {
  const where = hasKey(register, key)
  const row = where && sql<SelectedRow>(`${selectRow(register)} WHERE ${where.sql}`).get(...where.values)
  return row ? storedRow(register, row) : null
}
