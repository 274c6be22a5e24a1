import type { ReadQuery } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { notePart, refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import type { Id } from '@wayproof/kernel/id'
import type { EvidenceStore, PastImport } from '../ports.ts'
import { compareStaged, previewStaged, takeStaged, withStaging } from './evidence-staging.ts'
import { countIncidentYears, countRosterQuarters } from './evidence-store-counts.ts'
import { readHeld } from './read-held.ts'
import { stagedRecords, targetOf } from './staged-record.ts'
import { storeAnswerOnce } from './store-answer.ts'
import { undoImport } from './undo-import.ts'

const LATEST = `SELECT id, register, file_name AS fileName, digest, row_count AS rowCount, imported_at AS at, imported_by AS by
  FROM import_file ORDER BY imported_at DESC, number DESC LIMIT @limit`

const RECORD = `INSERT INTO import_file
    (id, register, file_name, digest, row_count, imported_at, imported_by, by_key, added, changed, repairs)
  VALUES (@id, @register, @fileName, @digest, @rows, @importedAt, @by, @byKey, @added, @changed, @repairs)`

/**
 * The registers in the database. Throws faults of the database (full disk, busy for 30 s). With `sampleLoad` its imports
 * are those of sample data; without it they are refused while there is some.
 */
export function evidenceStore(database: StoreDatabase, sampleLoad: Id | null = null): EvidenceStore {
  return {
    revision: () => readRevision(database.query),
    held: (staffNumbers) => database.readSnapshot((query) => readHeld(query, staffNumbers)),
    compareRows: (register, rows) =>
      withStaging(database, targetOf(register), stagedRecords(register, rows), async (query, staging) => ({
        ...(await compareStaged(query, staging, targetOf(register))),
        preview: await previewStaged(query, staging, targetOf(register)),
      })),
    saveRows: (register, rows, origin) =>
      withStaging(database, targetOf(register), stagedRecords(register, rows), async (query, staging) => {
        const target = targetOf(register)
        if (sampleLoad === null) await refuseBesideSample(query)
        else await notePart(query, sampleLoad, 'import', origin.id)
        if (origin.checkedAt !== undefined && (await readRevision(query)) !== origin.checkedAt) return null
        const changes = await compareStaged(query, staging, target)
        await takeStaged(query, staging, target, origin)
        const { request, repairs = [], id, fileName, digest, by, at } = origin
        const { added, changed } = changes
        const noted = { id, register, fileName, digest, rows: rows.length, by, added, changed }
        const made = JSON.stringify(repairs)
        await query.run(RECORD, { ...noted, repairs: made, importedAt: new Date(at), byKey: request !== undefined })
        const details = { rows: rows.length, added, changed, ...(repairs.length > 0 && { repairs: repairs.length }) }
        if (sampleLoad === null) await insertAuditEntry(query, { act: 'imported', at, subject: register, details })
        const answer = JSON.stringify({ rows: rows.length, ...changes })
        if (request?.receipt) await storeAnswerOnce(query, { ...request.receipt, answer, at })
        return changes
      }),
    undoImport: (command) => database.write((query) => undoImport(query, command)),
    listImports: (limit) => database.query.all<PastImport>(LATEST, { limit }),
    rosterQuarters: () => countRosterQuarters(database.query),
    incidentYears: () => countIncidentYears(database.query),
  }
}

const readRevision = async (query: ReadQuery): Promise<number> =>
  (await query.get<{ revision: number }>('SELECT revision FROM register_revision'))?.revision ?? 0
