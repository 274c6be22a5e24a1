import { ANSWER_LIFETIME_MS, type ApiAnswer } from '@wayproof/accounts/accounts/api-key-store'
import type { Query, ReadQuery, Statement } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { notePart, refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import type { EvidenceStore, IncidentYear, PastImport, RosterQuarter } from '../ports.ts'
import { presence } from '../registers/staff-presence.ts'
import { compareStaged, previewStaged, takeStaged, withStaging } from './evidence-staging.ts'
import { readHeld } from './read-held.ts'
import { stagedRecords, targetOf } from './staged-record.ts'
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

/** For the transaction of an import. Throws if an answer exists under this name, so that a request is executed once. */
async function storeAnswerOnce(query: Query, { at, ...answer }: ApiAnswer): Promise<void> {
  await query.run('DELETE FROM api_answer WHERE at <= @before', { before: new Date(at - ANSWER_LIFETIME_MS) })
  await query.run(
    `INSERT INTO api_answer (key_id, asked_as, body_hash, answer, at)
     VALUES (@keyId, @askedAs, @bodyHash, @answer, @at)`,
    { ...answer, at: new Date(at) },
  )
}

const ROSTER: Statement = (dialect) => {
  const { addDays, addMonths, greatest, startOfMonth } = dialect
  return `
WITH RECURSIVE${presence(dialect, '30')},
  span AS (
    SELECT min(start_day) AS earliest, ${greatest('max(start_day)', "coalesce(max(end_day), '')")} AS latest FROM staff_role
  ),
  opening(opens) AS (
    SELECT ${addMonths(startOfMonth('earliest'), '-((CAST(substr(earliest, 6, 2) AS INTEGER) - 1) % 3)')}
    FROM span WHERE earliest IS NOT NULL
    UNION ALL
    SELECT ${addMonths('opens', '3')} FROM opening, span WHERE ${addMonths('opens', '3')} <= latest
  ),
  quarter AS MATERIALIZED (
    SELECT opens, ${addDays(addMonths('opens', '3'), '-1')} AS ends, ${addDays(addMonths('opens', '3'), '-30')} AS tenured
    FROM opening
  )
SELECT opens AS start, ends AS "end",
  count(CASE WHEN start_day <= ends AND end_day > ends THEN 1 END) AS activeAtEnd,
  count(CASE WHEN tenure_from <= tenured AND start_day <= ends AND end_day > ends THEN 1 END) AS inScopeTenure30,
  count(CASE WHEN start_day BETWEEN opens AND ends THEN 1 END) AS joinedInQuarter,
  count(CASE WHEN end_day BETWEEN opens AND ends THEN 1 END) AS leftInQuarter,
  count(CASE WHEN start_day >= opens AND end_day <= ends THEN 1 END) AS joinedAndLeft
FROM quarter CROSS JOIN presence GROUP BY opens, ends ORDER BY opens`
}

/** The staff of every quarter from the first start to the last start or end in the register. */
async function countRosterQuarters(query: ReadQuery): Promise<RosterQuarter[]> {
  const quarters = await query.all<Omit<RosterQuarter, 'quarter'>>(ROSTER)
  return quarters.map((row) => ({ quarter: periodKey(periodOf('quarter', row.start)), ...row }))
}

/** Incidents by the year of their confirmation, or else of their occurrence. */
const countIncidentYears = (query: ReadQuery): Promise<IncidentYear[]> =>
  query.all<IncidentYear>(
    `SELECT counted_year AS year, count(*) AS incidents,
       count(CASE WHEN disclosure = 'yes' THEN 1 END) AS confirmedDisclosure,
       count(CASE WHEN customer_data THEN 1 END) AS customerData, count(CASE WHEN year_assumed THEN 1 END) AS yearAssumed
     FROM incident GROUP BY counted_year ORDER BY counted_year`,
  )
