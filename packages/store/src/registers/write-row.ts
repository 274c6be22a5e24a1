import type { Cells, RegisterId, RegisterRows, RegisterView, RowWrite, WriteStamp } from '@wayproof/evidence'
import type { Sql } from '../engine/sqlite/sql.ts'
import { readHeld } from '../imports/read-held.ts'
import { findRow } from './find-row.ts'
import { type KeptRecord, keptCells } from './kept-cells.ts'
import { recordSql } from './record-sql.ts'
import type { Value } from './register-columns.ts'
import { registerTables } from './register-tables.ts'
import { appendChange, lastRemoved } from './row-history.ts'
import { hasKey, matches } from './row-query.ts'

/** What stands for the import of a row that no file brought. */
const NO_IMPORT = { importId: '', rowNumber: 0 }

export function viewOf(sql: Sql, register: RegisterId): RegisterView {
  return {
    held: readHeld(sql),
    find: (key) => findRow(sql, register, key),
    taken: (cells) => recordsOf(register, cells).flatMap(({ key }) => (kept(sql, register, key) ? [key] : [])),
    removed: (key) => {
      const last = kept(sql, register, key) ? null : lastRemoved(sql, register, key)
      return last && keptCells(register, last.before)
    },
    has: (other, field, cell) => {
      const where = matches(other, { find: '', only: { field, cell } })
      const table = registerTables[other].table
      return sql(`SELECT 1 FROM "${table}" t WHERE ${where.sql} LIMIT 1`).get(...where.values) !== undefined
    },
  }
}

/** Writes what was decided and keeps what was before; the keys of the records that changed. */
export function carryOut(sql: Sql, register: RegisterId, write: RowWrite, stamp: WriteStamp): string[] {
  if (write.kind === 'put') {
    const records = recordsOf(register, write.cells)
    for (const { key, record } of records) {
      const before = kept(sql, register, key)
      const origin = before ?? NO_IMPORT
      putRecord(sql, register, record, origin)
      log(sql, register, key, before, stamp)
    }
    return records.map(({ key }) => key)
  }
  const { key } = write
  const before = kept(sql, register, key)
  if (write.kind === 'remove') removeRecord(sql, register, key)
  else {
    const last = lastRemoved(sql, register, key)
    if (last) putRecord(sql, register, JSON.parse(last.before), last)
  }
  log(sql, register, key, before, stamp)
  return [key]
}

type Kept = ReturnType<typeof kept>

function log(sql: Sql, register: RegisterId, key: string, before: Kept, stamp: WriteStamp): void {
  appendChange(sql, {
    register,
    key,
    before: before?.record ?? null,
    after: kept(sql, register, key)?.record ?? null,
    beforeImportId: before?.importId ?? null,
    beforeRowNumber: before?.rowNumber ?? null,
    undoneImportId: null,
    ...stamp,
  })
}

const allColumns = (register: RegisterId): readonly string[] => [
  ...registerTables[register].key,
  ...registerTables[register].values,
]

/** A record as it stands, as JSON, with the import that brought it. */
function kept(sql: Sql, register: RegisterId, key: string) {
  const where = hasKey(register, key)
  if (!where) return undefined
  return sql<{ record: string; importId: string; rowNumber: number }>(
    `SELECT ${recordSql(allColumns(register), 't')} AS record, import_id AS importId, row_number AS rowNumber
     FROM "${registerTables[register].table}" t WHERE ${where.sql}`,
  ).get(...where.values)
}

function recordsOf<Id extends RegisterId>(register: Id, cells: Cells): { key: string; record: KeptRecord }[] {
  const { key, records } = registerTables[register]
  return records(cells as unknown as RegisterRows[Id]).map((values) => ({
    key: JSON.stringify(values.slice(0, key.length).map(String)),
    record: Object.fromEntries(allColumns(register).map((column, place) => [column, values[place] ?? null])),
  }))
}

/** Puts a record in its place, whatever stood there. */
function putRecord(
  sql: Sql,
  register: RegisterId,
  record: KeptRecord,
  { importId, rowNumber }: { readonly importId: string; readonly rowNumber: number },
): void {
  const { table, key } = registerTables[register]
  const columns = [...allColumns(register), 'import_id', 'row_number']
  const values: Value[] = [...allColumns(register).map((column) => record[column] ?? null), importId, rowNumber]
  const update = columns.filter((column) => !key.includes(column)).map((column) => `"${column}" = excluded."${column}"`)
  sql(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${key.map((column) => `"${column}"`).join(', ')}) DO UPDATE SET ${update.join(', ')}`,
  ).run(...values)
}

function removeRecord(sql: Sql, register: RegisterId, key: string): void {
  const where = hasKey(register, key)
  if (where) sql(`DELETE FROM "${registerTables[register].table}" AS t WHERE ${where.sql}`).run(...where.values)
}
