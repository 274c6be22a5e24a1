import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import { ok } from '@wayproof/kernel/outcome'
import { STAFF_REGISTERS, type StaffRegister } from '../register.ts'
import type { RowStore, UnitCount } from '../rows/ports.ts'
import { allRows, rowsAfter } from './all-rows.ts'
import { countViews } from './count-views.ts'
import { findRow } from './find-row.ts'
import { readPage } from './read-page.ts'
import { registerTables } from './register-tables.ts'
import { readHistory, readRemoved } from './row-history.ts'
import { carryOut, viewOf } from './write-row.ts'

/** Reads and edits single rows of the registers. */
export function rowStore(database: QueryDatabase): RowStore {
  return {
    page: (register, rowQuery) => database.readSnapshot((query) => readPage(query, register, rowQuery)),
    after: (register, key, limit) => rowsAfter(database.query, register, key, limit),
    counts: (register, rowQuery, views) => countViews(database.query, register, rowQuery, views),
    all: (register, rowQuery) => allRows(database.query, register, rowQuery),
    find: (register, key) => findRow(database.query, register, key),
    countByUnit: (register) => countByUnit(database.query, register),
    history: (register, key) => readHistory(database.query, register, key),
    removed: (register) => readRemoved(database.query, register),
    write: (register, stamp, decide) =>
      database.write(async (query) => {
        await refuseBesideSample(query)
        const decided = await decide(viewOf(query, register))
        if (!decided.ok) return decided
        // The key of a row about staff is a person's number.
        const isAboutStaff = STAFF_REGISTERS.some((staff) => staff === register)
        const written: string[] = []
        for (const write of decided.value) {
          const keys = await carryOut(query, register, write, stamp)
          const subject = isAboutStaff ? '' : keys.map(plainKey).join(', ')
          const details = { register, kind: write.kind }
          await insertAuditEntry(query, { act: 'row-corrected', at: stamp.at, subject, details })
          written.push(...keys)
        }
        return ok(written)
      }),
  }
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
