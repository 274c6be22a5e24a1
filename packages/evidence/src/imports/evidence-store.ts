import { ANSWER_LIFETIME_MS, type ApiAnswer } from '@wayproof/accounts/accounts/api-key-store'
import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query, ReadQuery, Statement, Values } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { notePart, refuseBesideSample } from '@wayproof/journal/sample-data/sample-lock'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type {
  Changes,
  EvidenceStore,
  IncidentYear,
  PastImport,
  RosterQuarter,
  UndoCommand,
  UndoFault,
} from '../ports.ts'
import type { RegisterId } from '../register.ts'
import { hasKeyOf, keyText, quoted } from '../registers/record-sql.ts'
import { columnsOf } from '../registers/register-columns.ts'
import { registerTables } from '../registers/register-tables.ts'
import { presence } from '../registers/staff-presence.ts'
import { referencesTo } from '../rows/references.ts'
import { compareStaged, previewStaged, takeStaged, withStaging } from './evidence-staging.ts'
import { readHeld } from './read-held.ts'
import { stagedRecords, targetOf } from './staged-record.ts'

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

const MOST_KEYS = 20

/**
 * Restores rows that an import changed and deletes those that it added, with statements over all of its rows at once.
 */
async function undoImport(query: Query, command: UndoCommand): Promise<Outcome<Changes, UndoFault>> {
  const { register, importId, at, by, reason } = command
  const undoable = await checkUndoable(query, register, importId)
  if (!undoable.ok) return undoable
  const touched = await touchedKeys(query, register, importId)
  if (touched.length > 0)
    return { ok: false, fault: { code: 'import-touched', keys: touched.slice(0, MOST_KEYS), total: touched.length } }
  const registers: RegisterId[] = []
  for (const [other, field] of referencesTo(register))
    if (await refersToAdded(query, register, importId, other, field)) registers.push(other)
  if (registers.length > 0) return { ok: false, fault: { code: 'row-referred-to', registers } }
  const stamp = { register, importId, at: new Date(at), by, reason }
  const changed = await restoreChanged(query, register, stamp)
  const added = await deleteAdded(query, register, stamp)
  await query.run(
    'UPDATE import_file SET undone_at = @at, undone_by = @by, undo_reason = @reason WHERE id = @importId',
    stamp,
  )
  await insertAuditEntry(query, { act: 'import-undone', at, subject: register, details: { added, changed } })
  return ok({ added, changed, unchanged: 0 })
}

/** An import that changed nothing cannot be undone, and does not block the undo of an earlier one. */
async function checkUndoable(query: Query, register: RegisterId, id: string): Promise<Outcome<null, UndoFault>> {
  const file = await query.get<{ undone: number | null }>(
    'SELECT undone_at AS undone FROM import_file WHERE id = @id AND register = @register',
    { id, register },
  )
  if (!file) return fail('import-unknown')
  if (file.undone !== null) return fail('import-undone')
  const last = await query.get<{ id: string }>(
    `SELECT id FROM import_file WHERE register = @register AND undone_at IS NULL AND added + changed > 0
     ORDER BY imported_at DESC, number DESC LIMIT 1`,
    { register },
  )
  return last?.id === id ? ok(null) : fail('import-not-last')
}

/** Keys of rows of the import that a user has changed or removed by hand, or attached evidence to, since. */
async function touchedKeys(query: Query, register: RegisterId, importId: string): Promise<string[]> {
  const rows = await query.all<{ key: string }>(
    (dialect) => `SELECT DISTINCT key FROM register_change WHERE register = @register AND before_import_id = @importId
       AND import_id IS NULL AND undone_import_id IS NULL
     UNION
     SELECT a.key FROM evidence_attachment a JOIN "${registerTables[register].table}" t
       ON a.key = ${keyText(dialect, registerTables[register], 't')}
     WHERE a.register = @register AND a.withdrawn_at IS NULL AND t.import_id = @importId
       AND a.attached_at >= (SELECT imported_at FROM import_file WHERE id = @importId)`,
    { register, importId },
  )
  return rows.map(({ key }) => key)
}

/** Condition on `t`: the import added the record and did not change it. */
const added = (dialect: Dialect, register: RegisterId): string => `t.import_id = @importId AND NOT EXISTS (
  SELECT 1 FROM register_change c WHERE c.register = @register AND c.import_id = @importId
    AND c.key = ${keyText(dialect, registerTables[register], 't')})`

async function refersToAdded(
  query: Query,
  register: RegisterId,
  importId: string,
  other: RegisterId,
  field: string,
): Promise<boolean> {
  const { table, key } = registerTables[register]
  const column = columnsOf(other).find((each) => each.field.name === field)?.name
  const referringRow = await query.get(
    (dialect) => `SELECT 1 AS found FROM "${table}" t
     JOIN "${registerTables[other].table}" o ON o."${column}" = t."${key[0]}"
     WHERE ${added(dialect, register)} LIMIT 1`,
    { register, importId },
  )
  return referringRow !== undefined
}

const LOG = `INSERT INTO register_change (register, key, before, after, before_import_id, before_row_number,
  undone_import_id, at, changed_by, reason)`
const STAMP = '@importId, @at, @by, @reason'

async function restoreChanged(query: Query, register: RegisterId, stamp: Values): Promise<number> {
  const { table, key, values, columns } = registerTables[register]
  const changesOf = (dialect: Dialect) => `FROM register_change c
    JOIN "${table}" t ON ${hasKeyOf(dialect, registerTables[register], 't', 'c.key')}
    WHERE c.register = @register AND c.import_id = @importId`
  const changed = await query.run(
    (dialect) => `${LOG} SELECT c.register, c.key, c.after, c.before, t.import_id, t.row_number, ${STAMP}
      ${changesOf(dialect)} ORDER BY c.number`,
    stamp,
  )
  const update = [...values, 'import_id', 'row_number'].map((column) => `"${column}" = excluded."${column}"`)
  await query.run((dialect) => {
    const before = columns.map(({ name, type }) => dialect.fromRecord(dialect.jsonField('c.before', name), type))
    return `INSERT INTO "${table}" (${quoted([...key, ...values, 'import_id', 'row_number'])})
      SELECT ${before.join(', ')}, c.before_import_id, c.before_row_number ${changesOf(dialect)}
      ON CONFLICT (${quoted(key)}) DO UPDATE SET ${update.join(', ')}`
  }, stamp)
  return changed
}

/** After `putBack` only the rows that the import added still have its id. */
async function deleteAdded(query: Query, register: RegisterId, stamp: Values): Promise<number> {
  const { table, columns } = registerTables[register]
  await query.run(
    (dialect) => `${LOG} SELECT @register, ${keyText(dialect, registerTables[register], 't')},
       ${dialect.jsonRecord(columns, 't')}, NULL, t.import_id, t.row_number, ${STAMP}
     FROM "${table}" t WHERE t.import_id = @importId ORDER BY t.row_number`,
    stamp,
  )
  return query.run(`DELETE FROM "${table}" WHERE import_id = @importId`, stamp)
}
