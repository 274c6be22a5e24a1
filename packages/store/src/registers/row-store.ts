import type { RegisterId, RowPage, RowQuery, RowStore, StaffRegister, StoredRow, UnitCount } from '@wayproof/evidence'
import { registerTables } from '../evidence-tables.ts'
import type { Database } from '../sqlite/database.ts'
import type { ReadSql } from '../sqlite/sql.ts'
import { hasKey, matches, orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'

/** The rows of the registers one by one. */
export function rowStore(database: Database): RowStore {
  return {
    page: async (register, query) => database.snapshot((sql) => readPage(sql, register, query)),
    find: async (register, key) => findRow((text) => database.read(text), register, key),
    countByUnit: async (register) => countByUnit(database, register),
  }
}

function readPage(sql: ReadSql, register: RegisterId, query: RowQuery): RowPage {
  const where = matches(register, query)
  const counted = sql<{ n: number }>(
    `SELECT count(*) AS n FROM "${registerTables[register].table}" t WHERE ${where.sql}`,
  ).get(...where.values)
  const rows = sql<SelectedRow>(
    `${selectRow(register)} WHERE ${where.sql} ORDER BY ${orderOf(register)} LIMIT ? OFFSET ?`,
  ).all(...where.values, query.limit, query.offset)
  return { rows: rows.map((row) => storedRow(register, row)), total: counted?.n ?? 0 }
}

export function findRow(sql: ReadSql, register: RegisterId, key: string): StoredRow | null {
  const where = hasKey(register, key)
  const row = where && sql<SelectedRow>(`${selectRow(register)} WHERE ${where.sql}`).get(...where.values)
  return row ? storedRow(register, row) : null
}

function countByUnit(database: Database, register: StaffRegister): UnitCount[] {
  return database
    .read<UnitCount>(
      `SELECT coalesce(unit, '') AS unit, count(*) AS people FROM (
         SELECT DISTINCT t.number,
           (SELECT unit FROM staff_role WHERE staff_role.number = t.number ORDER BY start_day DESC, role LIMIT 1) AS unit
         FROM "${registerTables[register].table}" t)
       GROUP BY 1 ORDER BY people DESC, unit`,
    )
    .all()
}
