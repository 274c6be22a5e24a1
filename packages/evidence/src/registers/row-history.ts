import { userName } from '@wayproof/accounts/accounts/user-name'
import type { Query, ReadQuery, Statement } from '@wayproof/database/query/query'
import type { RegisterId } from '../register.ts'
import type { RemovedRow, RowChange } from '../rows/ports.ts'
import { cellsOfRecord } from './history-record.ts'
import { hasKeyOf } from './record-sql.ts'
import { registerTables } from './register-tables.ts'

/** A change to append to the history; records are JSON. */
export interface NewChange {
  readonly register: RegisterId
  readonly key: string
  readonly before: string | null
  readonly after: string | null
  readonly beforeImportId: string | null
  readonly beforeRowNumber: number | null
  readonly undoneImportId: string | null
  readonly at: number
  readonly by: string
  readonly reason: string
}

const APPEND = `INSERT INTO register_change (register, key, before, after, before_import_id, before_row_number,
    undone_import_id, at, changed_by, reason)
  VALUES (@register, @key, @before, @after, @beforeImportId, @beforeRowNumber, @undoneImportId, @at, @by, @reason)`

export const appendChange = (query: Query, { at, ...change }: NewChange): Promise<number> =>
  query.run(APPEND, { ...change, at: new Date(at) })

const fileOf = (column: string) => `(SELECT file_name FROM import_file WHERE import_file.id = ${column})`

const HISTORY = `SELECT at, ${userName('changed_by')} AS by, reason, ${fileOf('c.import_id')} AS file,
    ${fileOf('undone_import_id')} AS undone, before, after, ${fileOf('before_import_id')} AS cameWith,
    before_row_number AS cameRow
  FROM register_change c WHERE register = @register AND key = @key ORDER BY number DESC`

type ChangeRow = Pick<RowChange, 'at' | 'by' | 'reason' | 'file' | 'undone'> & {
  readonly before: string | null
  readonly after: string | null
  readonly cameWith: string | null
  readonly cameRow: number | null
}

export async function readHistory(query: ReadQuery, register: RegisterId, key: string): Promise<RowChange[]> {
  const changes = await query.all<ChangeRow>(HISTORY, { register, key })
  return changes.map(({ before, after, cameWith, cameRow, ...change }) => ({
    ...change,
    before: before === null ? null : cellsOfRecord(register, before),
    after: after === null ? null : cellsOfRecord(register, after),
    cameWith: cameWith === null ? null : { fileName: cameWith, rowNumber: cameRow ?? 0 },
  }))
}

/** The latest change of each key without a row, if a user removed the row by hand. */
const removed =
  (register: RegisterId): Statement =>
  (dialect) =>
    `SELECT key, before, at, ${userName('changed_by')} AS by, reason FROM register_change c
    WHERE number IN (SELECT max(number) FROM register_change WHERE register = @register GROUP BY key)
      AND after IS NULL AND undone_import_id IS NULL AND NOT EXISTS (SELECT 1 FROM "${registerTables[register].table}" t
        WHERE ${hasKeyOf(dialect, registerTables[register], 't', 'c.key')})
    ORDER BY number DESC LIMIT 1000`

type RemovedRecord = Omit<RemovedRow, 'cells'> & { readonly before: string }

export async function readRemoved(query: ReadQuery, register: RegisterId): Promise<RemovedRow[]> {
  const rows = await query.all<RemovedRecord>(removed(register), { register })
  return rows.map(({ before, ...row }) => ({ ...row, cells: cellsOfRecord(register, before) }))
}

const LAST = `SELECT before, after, before_import_id AS importId, before_row_number AS rowNumber FROM register_change
  WHERE register = @register AND key = @key ORDER BY number DESC LIMIT 1`

/** The columns of the row that was last removed under a key, and its import. */
export async function lastRemoved(query: ReadQuery, register: RegisterId, key: string) {
  const last = await query.get<{ before: string; after: string | null; importId: string; rowNumber: number }>(LAST, {
    register,
    key,
  })
  return last && last.after === null ? last : null
}
