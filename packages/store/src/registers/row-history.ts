import type { RegisterId, RemovedRow, RowChange } from '@wayproof/evidence'
import { userName } from '../accounts/user-name.ts'
import type { ReadSql, Sql } from '../engine/sqlite/sql.ts'
import { keptCells } from './kept-cells.ts'

/** A change on its way into the history; records as JSON. */
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

export function appendChange(sql: Sql, change: NewChange): void {
  sql(
    `INSERT INTO register_change (register, key, before, after, before_import_id, before_row_number, undone_import_id,
       at, changed_by, reason)
     VALUES (@register, @key, @before, @after, @beforeImportId, @beforeRowNumber, @undoneImportId, @at, @by, @reason)`,
  ).run({ ...change })
}

const fileOf = (column: string) => `(SELECT file_name FROM import_file WHERE import_file.id = ${column})`

const HISTORY = `SELECT at, ${userName('changed_by')} AS by, reason, ${fileOf('c.import_id')} AS file,
    ${fileOf('undone_import_id')} AS undone, before, after, ${fileOf('before_import_id')} AS cameWith,
    before_row_number AS cameRow
  FROM register_change c WHERE register = ? AND key = ? ORDER BY number DESC`

type ChangeRow = Pick<RowChange, 'at' | 'by' | 'reason' | 'file' | 'undone'> & {
  readonly before: string | null
  readonly after: string | null
  readonly cameWith: string | null
  readonly cameRow: number | null
}

export function readHistory(sql: ReadSql, register: RegisterId, key: string): RowChange[] {
  return sql<ChangeRow>(HISTORY)
    .all(register, key)
    .map(({ before, after, cameWith, cameRow, ...change }) => ({
      ...change,
      before: before === null ? null : keptCells(register, before),
      after: after === null ? null : keptCells(register, after),
      cameWith: cameWith === null ? null : { fileName: cameWith, rowNumber: cameRow ?? 0 },
    }))
}

/** The latest change of each key, where somebody took the row away by hand. */
const REMOVED = `SELECT key, before, at, ${userName('changed_by')} AS by, reason FROM register_change
  WHERE number IN (SELECT max(number) FROM register_change WHERE register = ? GROUP BY key)
    AND after IS NULL AND undone_import_id IS NULL
  ORDER BY number DESC LIMIT 1000`

type RemovedRecord = Omit<RemovedRow, 'cells'> & { readonly before: string }

export function readRemoved(sql: ReadSql, register: RegisterId): RemovedRow[] {
  return sql<RemovedRecord>(REMOVED)
    .all(register)
    .map(({ before, ...row }) => ({ ...row, cells: keptCells(register, before) }))
}

/** The columns of the row that was last removed under a key, and where it had come from. */
export function lastRemoved(sql: ReadSql, register: RegisterId, key: string) {
  const last = sql<{ before: string; after: string | null; importId: string; rowNumber: number }>(
    `SELECT before, after, before_import_id AS importId, before_row_number AS rowNumber FROM register_change
     WHERE register = ? AND key = ? ORDER BY number DESC LIMIT 1`,
  ).get(register, key)
  return last && last.after === null ? last : null
}
