import type { EvidenceStore, PastImport, RegisterId, RegisterRows, TableRow } from '@wayproof/evidence'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { registerTables } from '../registers/register-tables.ts'
import {
  compareStaged,
  previewStaged,
  type StagedRecord,
  type Target,
  takeStaged,
  withStaging,
} from './evidence-staging.ts'
import { countIncidentYears, countRosterQuarters } from './evidence-store-counts.ts'
import { keepAnswerOnce } from './keep-answer.ts'
import { readHeld } from './read-held.ts'
import { undoImport } from './undo-import.ts'

/** The registers on SQLite. Faults of the database itself (full disk, busy for 30 s) are thrown. */
export function evidenceStore(database: SqliteDatabase): EvidenceStore {
  return {
    revision: async () => readRevision((text) => database.read(text)),
    held: async () => database.snapshot((sql) => readHeld(sql, (text) => database.read(text))),
    compareRows: async (register, rows) =>
      withStaging(database, targetOf(register), staged(register, rows), (sql, staging) => ({
        ...compareStaged(sql, staging, targetOf(register)),
        preview: previewStaged(sql, staging, targetOf(register)),
      })),
    saveRows: async (register, rows, origin) =>
      withStaging(database, targetOf(register), staged(register, rows), (sql, staging) => {
        const target = targetOf(register)
        if (origin.checkedAt !== undefined && readRevision(sql) !== origin.checkedAt) return null
        const changes = compareStaged(sql, staging, target)
        takeStaged(sql, staging, target, origin)
        const { request, checkedAt: _, ...noted } = origin
        sql(
          `INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by, by_key, added, changed)
           VALUES (@id, @register, @fileName, @digest, @rows, @at, @by, @byKey, @added, @changed)`,
        ).run({ ...noted, ...changes, register, rows: rows.length, byKey: request ? 1 : 0 })
        const answer = JSON.stringify({ rows: rows.length, ...changes })
        if (request?.receipt) keepAnswerOnce(sql, { ...request.receipt, answer, at: origin.at })
        return changes
      }),
    undoImport: (command) => database.write((sql) => undoImport(sql, command)),
    listImports: async (limit) => listImports(database, limit),
    rosterQuarters: async () => countRosterQuarters(database),
    incidentYears: async () => countIncidentYears(database),
  }
}

const readRevision = (sql: ReadSql): number =>
  sql<{ revision: number }>('SELECT revision FROM register_revision').get()?.revision ?? 0

const targetOf = (register: RegisterId): Target => ({ register, ...registerTables[register] })

function staged<Register extends RegisterId>(
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
): StagedRecord[] {
  const { records } = registerTables[register]
  return rows.flatMap(({ rowNumber, cells }) => records(cells).map((values) => ({ rowNumber, values })))
}

function listImports(database: SqliteDatabase, limit: number): PastImport[] {
  return database
    .read<PastImport>(
      `SELECT id, register, file_name AS fileName, digest, row_count AS rowCount, imported_at AS at, imported_by AS by
       FROM import_file ORDER BY imported_at DESC, rowid DESC LIMIT ?`,
    )
    .all(limit)
}
