import type { Query } from '@wayproof/database/query/query'
import { readHeld } from '../imports/read-held.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { Cells, RegisterView, RowWrite, WriteStamp } from '../rows/ports.ts'
import { findRow } from './find-row.ts'
import { cellsOfRecord, type HistoryRecord } from './history-record.ts'
import { parametersOf, quoted } from './record-sql.ts'
import { registerTables } from './register-tables.ts'
import { appendChange, lastRemoved } from './row-history.ts'
import { hasKey, matches } from './row-query.ts'

/** The import of a manual row. */
const NO_IMPORT = { importId: '', rowNumber: 0 }

export function viewOf(query: Query, register: RegisterId): RegisterView {
  return {
    held: (staffNumbers) => readHeld(query, staffNumbers),
    find: (key) => findRow(query, register, key),
    taken: async (cells) => {
      const taken: string[] = []
      for (const { key } of recordsOf(register, cells)) if (await storedRecord(query, register, key)) taken.push(key)
      return taken
    },
    removed: async (key) => {
      const last = (await storedRecord(query, register, key)) ? null : await lastRemoved(query, register, key)
      return last && cellsOfRecord(register, last.before)
    },
    has: async (other, field, cell) => {
      const where = matches(other, { find: '', filters: [{ field, cells: [cell] }] })
      const match = await query.get(
        (dialect) => `SELECT 1 AS found FROM "${registerTables[other].table}" t WHERE ${where.sql(dialect)} LIMIT 1`,
        where.values,
      )
      return match !== undefined
    },
  }
}

/** Writes a decided change with its history. Returns the keys of the changed records. */
export async function carryOut(
  query: Query,
  register: RegisterId,
  write: RowWrite,
  stamp: WriteStamp,
): Promise<string[]> {
  if (write.kind === 'put') {
    const records = recordsOf(register, write.cells)
    for (const { key, record } of records) {
      const before = await storedRecord(query, register, key)
      await putRecord(query, register, record, before ?? NO_IMPORT)
      await log(query, register, key, before, stamp)
    }
    return records.map(({ key }) => key)
  }
  const { key } = write
  const before = await storedRecord(query, register, key)
  if (write.kind === 'remove') await removeRecord(query, register, key)
  else {
    const last = await lastRemoved(query, register, key)
    if (last) await putRecord(query, register, JSON.parse(last.before), last)
  }
  await log(query, register, key, before, stamp)
  return [key]
}

type StoredRecord = Awaited<ReturnType<typeof storedRecord>>

async function log(
  query: Query,
  register: RegisterId,
  key: string,
  before: StoredRecord,
  stamp: WriteStamp,
): Promise<void> {
  await appendChange(query, {
    register,
    key,
    before: before?.record ?? null,
    after: (await storedRecord(query, register, key))?.record ?? null,
    beforeImportId: before?.importId ?? null,
    beforeRowNumber: before?.rowNumber ?? null,
    undoneImportId: null,
    ...stamp,
  })
}

/** A stored record as JSON, with its import. */
async function storedRecord(query: Query, register: RegisterId, key: string) {
  const where = hasKey(register, key)
  if (!where) return undefined
  const { table, columns } = registerTables[register]
  return query.get<{ record: string; importId: string; rowNumber: number }>(
    (dialect) => `SELECT ${dialect.jsonRecord(columns, 't')} AS record, import_id AS importId, row_number AS rowNumber
      FROM "${table}" t WHERE ${where.sql(dialect)}`,
    where.values,
  )
}

function recordsOf<Id extends RegisterId>(register: Id, cells: Cells): { key: string; record: HistoryRecord }[] {
  const { key, columns, records } = registerTables[register]
  return records(cells as unknown as RegisterRows[Id]).map((values) => ({
    key: JSON.stringify(values.slice(0, key.length).map(String)),
    record: Object.fromEntries(columns.map(({ name }, place) => [name, values[place] ?? null])),
  }))
}

/** Inserts or replaces a record. */
async function putRecord(
  query: Query,
  register: RegisterId,
  record: HistoryRecord,
  { importId, rowNumber }: { readonly importId: string; readonly rowNumber: number },
): Promise<void> {
  const { table, key, values, columns } = registerTables[register]
  const cells = parametersOf(
    'cell',
    columns,
    columns.map(({ name }) => record[name] ?? null),
  )
  const update = [...values, 'import_id', 'row_number'].map((column) => `"${column}" = excluded."${column}"`)
  await query.run(
    `INSERT INTO "${table}" (${quoted([...key, ...values])}, import_id, row_number)
     VALUES (${cells.list.join(', ')}, @importId, @rowNumber)
     ON CONFLICT (${quoted(key)}) DO UPDATE SET ${update.join(', ')}`,
    { ...cells.values, importId, rowNumber },
  )
}

async function removeRecord(query: Query, register: RegisterId, key: string): Promise<void> {
  const where = hasKey(register, key)
  if (!where) return
  await query.run(
    (dialect) => `DELETE FROM "${registerTables[register].table}" AS t WHERE ${where.sql(dialect)}`,
    where.values,
  )
}
