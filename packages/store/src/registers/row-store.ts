import type { RegisterId, RowPage, RowQuery, RowStore, StaffRegister, UnitCount } from '@wayproof/evidence'
import { ok } from '@wayproof/kernel'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { allRows, rowsAfter } from './all-rows.ts'
import { findRow } from './find-row.ts'
import { registerTables } from './register-tables.ts'
import { readHistory, readRemoved } from './row-history.ts'
import { matches, orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'
import { carryOut, viewOf } from './write-row.ts'

/** The rows of the registers one by one. */
export function rowStore(database: SqliteDatabase): RowStore {
  return {
    page: async (register, query) => database.snapshot((sql) => readPage(sql, register, query)),
    after: async (register, key, limit) => rowsAfter(database, register, key, limit),
    all: (register) => allRows(database, register),
    find: async (register, key) => findRow((text) => database.read(text), register, key),
    countByUnit: async (register) => countByUnit(database, register),
    history: async (register, key) => readHistory((text) => database.read(text), register, key),
    removed: async (register) =>
      database.snapshot((sql) => readRemoved(sql, register).filter(({ key }) => !findRow(sql, register, key))),
    write: (register, stamp, decide) =>
      database.write((sql) => {
        const decided = decide(viewOf(sql, register))
        return decided.ok ? ok(carryOut(sql, register, decided.value, stamp)) : decided
      }),
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

function countByUnit(database: SqliteDatabase, register: StaffRegister): UnitCount[] {
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
