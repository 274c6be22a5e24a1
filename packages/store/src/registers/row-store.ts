import {
  type RegisterId,
  type RowPage,
  type RowQuery,
  type RowStore,
  STAFF_REGISTERS,
  type StaffRegister,
  type UnitCount,
} from '@wayproof/evidence'
import { ok } from '@wayproof/kernel'
import { insertAuditEntry } from '../audit-log/rows/insert-audit-entry.ts'
import type { ReadQuery } from '../engine/query/query.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { allRows, rowsAfter } from './all-rows.ts'
import { findRow } from './find-row.ts'
import { registerTables } from './register-tables.ts'
import { readHistory, readRemoved } from './row-history.ts'
import { matches, orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'
import { carryOut, viewOf } from './write-row.ts'

/** Reads and edits single rows of the registers. */
export function rowStore(database: QueryDatabase): RowStore {
  return {
    page: (register, asked) => database.readSnapshot((query) => readPage(query, register, asked)),
    after: (register, key, limit) => rowsAfter(database.query, register, key, limit),
    all: (register) => allRows(database.query, register),
    find: (register, key) => findRow(database.query, register, key),
    countByUnit: (register) => countByUnit(database.query, register),
    history: (register, key) => readHistory(database.query, register, key),
    removed: (register) => readRemoved(database.query, register),
    write: (register, stamp, decide) =>
      database.write(async (query) => {
        const decided = await decide(viewOf(query, register))
        if (!decided.ok) return decided
        const keys = await carryOut(query, register, decided.value, stamp)
        // The key of a row about staff is a person's number.
        const subject = STAFF_REGISTERS.some((staff) => staff === register) ? '' : keys.map(plainKey).join(', ')
        const details = { register, kind: decided.value.kind }
        await insertAuditEntry(query, { act: 'row-corrected', at: stamp.at, subject, details })
        return ok(keys)
      }),
  }
}

async function readPage(query: ReadQuery, register: RegisterId, asked: RowQuery): Promise<RowPage> {
  const where = matches(register, asked)
  const counted = await query.get<{ n: number }>(
    (dialect) => `SELECT count(*) AS n FROM "${registerTables[register].table}" t WHERE ${where.sql(dialect)}`,
    where.values,
  )
  const rows = await query.all<SelectedRow>(
    (dialect) =>
      `${selectRow(dialect, register)} WHERE ${where.sql(dialect)} ORDER BY ${orderOf(register)} LIMIT @limit OFFSET @offset`,
    { ...where.values, limit: asked.limit, offset: asked.offset },
  )
  return { rows: rows.map((row) => storedRow(register, row)), total: counted?.n ?? 0 }
}

const countByUnit = (query: ReadQuery, register: StaffRegister): Promise<UnitCount[]> =>
  query.all<UnitCount>(
    `SELECT coalesce(unit, '') AS unit, count(*) AS people FROM (
       SELECT DISTINCT t.number,
         (SELECT unit FROM staff_role WHERE staff_role.number = t.number ORDER BY start_day DESC, role LIMIT 1) AS unit
       FROM "${registerTables[register].table}" t) person
     GROUP BY 1 ORDER BY people DESC, unit`,
  )

/** `INC-2026-014` for the key `["INC-2026-014"]`. */
const plainKey = (key: string): string => (JSON.parse(key) as readonly string[]).join(' ')
