import type { EvidenceStore, Known, PastImport, RegisterId, RegisterRows, TableRow } from '@wayproof/evidence'
import { compareStaged, type StagedRecord, takeStaged, withStaging } from './evidence-staging.ts'
import { countIncidentYears, countRosterQuarters } from './evidence-store-counts.ts'
import { registerTables } from './evidence-tables.ts'
import type { Database } from './sqlite/database.ts'

/** The registers on SQLite. Faults of the database itself (full disk, busy for 30 s) are thrown. */
export function evidenceStore(database: Database): EvidenceStore {
  return {
    knownIds: async () => knownIds(database),
    compareRows: async (register, rows) =>
      withStaging(database, registerTables[register], staged(register, rows), (sql, staging) =>
        compareStaged(sql, staging, registerTables[register]),
      ),
    saveRows: async (register, rows, origin) =>
      withStaging(database, registerTables[register], staged(register, rows), (sql, staging) => {
        const target = registerTables[register]
        const changes = compareStaged(sql, staging, target)
        takeStaged(sql, staging, target, origin)
        sql(
          `INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ).run(origin.id, register, origin.fileName, origin.digest, rows.length, origin.at, origin.by)
        return changes
      }),
    listImports: async (limit) => listImports(database, limit),
    rosterQuarters: async () => countRosterQuarters(database),
    incidentYears: async () => countIncidentYears(database),
  }
}

function staged<Register extends RegisterId>(
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
): StagedRecord[] {
  const { records } = registerTables[register]
  return rows.flatMap(({ rowNumber, cells }) => records(cells).map((values) => ({ rowNumber, values })))
}

function knownIds(database: Database): Known {
  return database.snapshot((sql) => {
    const ids = (text: string) =>
      new Set(
        sql<{ id: string }>(text)
          .all()
          .map(({ id }) => id),
      )
    return {
      partners: ids('SELECT id FROM partner'),
      surfaces: ids('SELECT id FROM policy_surface'),
      versions: ids('SELECT version AS id FROM policy_version'),
    }
  })
}

function listImports(database: Database, limit: number): PastImport[] {
  return database
    .read<PastImport>(
      `SELECT id, register, file_name AS fileName, digest, row_count AS rowCount, imported_at AS at, imported_by AS by
       FROM import_file ORDER BY imported_at DESC, rowid DESC LIMIT ?`,
    )
    .all(limit)
}
