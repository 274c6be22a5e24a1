import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, SnapshotQuery, Statement } from '@wayproof/database/query/query'
import { type RegisterId, STAFF_REGISTERS } from '@wayproof/evidence/register'
import { keyColumns, keyText } from '@wayproof/evidence/registers/record-sql'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import type { RecordedChanges } from '../seals/check-evidence.ts'
import type { Evidence } from '../seals/sealed-parts.ts'
import { linesDigest, type RowsDigest } from './rows-digest.ts'

const DELETED = 'SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = @table AND number > @number'

const PROOF = 'SELECT digest FROM deletion_proof WHERE number = @number'

/** Recorded changes of registers since they were sealed: imports, changes of rows, deletions with their proofs. */
export async function changesSince(
  query: SnapshotQuery,
  sealed: Evidence,
  registers: readonly string[],
): Promise<readonly RecordedChanges[]> {
  const deletedFrom = async (table: string) =>
    (await query.get<{ n: number }>(DELETED, { table, number: sealed.deletions.number }))?.n ?? 0
  const files = sealed.files.map(({ id }) => id)
  const changes: RecordedChanges[] = []
  for (const register of registers.filter(isRegister)) {
    const since = { register, files, last: sealed.lastChange }
    changes.push({
      register,
      rolledBack: await rolledBack(query, since),
      unexplained: await recordsUnexplained(query, since),
      lost: await recordsLost(query, since),
      deleted: await deletedFrom(registerTables[register].table),
      forgotten: STAFF_REGISTERS.some((each) => each === register) ? await deletedFrom('register_change') : 0,
    })
  }
  return changes
}

const isRegister = (register: string): register is RegisterId => register in registerTables

/** Whether each proof of deletion follows from the previous one, and the last proof of a seal is unchanged. */
export async function proofsStand(query: ReadQuery, { number, digest }: Evidence['deletions']): Promise<boolean> {
  if (!(await proofsHold(query))) return false
  return number === 0 || (await query.get<{ digest: string }>(PROOF, { number }))?.digest === digest
}

/** Identifies the changes after a seal: imports that are not among its files, and changes after its last one. */
interface Since {
  readonly register: RegisterId
  /** Ids of the sealed files. */
  readonly files: readonly string[]
  /** Number of the last sealed change. */
  readonly last: number
}

const later = ({ oneOf }: Dialect): string => `later(id) AS MATERIALIZED (
    SELECT id FROM import_file WHERE register = @register AND NOT ${oneOf('id', '@files')}),
  link AS MATERIALIZED (
    SELECT key, before, after, before_import_id, import_id, lag(after) OVER w AS prev, row_number() OVER w AS place,
      lead(number) OVER w IS NULL AS newest
    FROM register_change WHERE register = @register AND number > @last
    WINDOW w AS (PARTITION BY key ORDER BY number))`

const isLater = (column: string) => `coalesce(${column}, '') IN (SELECT id FROM later)`

const rolledBackLines =
  (register: RegisterId): Statement =>
  (dialect) => {
    const { table, columns } = registerTables[register]
    const { fromRecord, isJson, jsonColumns, jsonField, jsonFields } = dialect
    const key = keyColumns(registerTables[register])
    const places = key.map((_, place) => `key${place}`)
    const before = key.map(({ name, type }) => fromRecord(jsonField('before', name), type))
    return `WITH ${later(dialect)} SELECT line FROM (
      SELECT ${key.map(({ name }, place) => `t."${name}" AS ${places[place]}`).join(', ')}, ${jsonColumns(columns, 't')} AS line
      FROM "${table}" t
      WHERE NOT ${isLater('t.import_id')} AND ${keyText(dialect, registerTables[register], 't')} NOT IN (SELECT key FROM link)
      UNION ALL
      SELECT ${before.join(', ')}, ${jsonFields('before', columns)} FROM link
      WHERE place = 1 AND ${isJson('before')} AND NOT ${isLater('before_import_id')}) lines
    ORDER BY ${places.join(', ')}`
  }

/**
 * Rolls every recorded change of the register back: a row becomes the earlier row of its first change, and a row of a
 * later import is removed. Unrecorded changes remain, and change the digest.
 */
const rolledBack = (query: SnapshotQuery, since: Since): Promise<RowsDigest> =>
  linesDigest(query, rolledBackLines(since.register), { ...since })

/** SQL: the present rows of the register that were changed or added since. */
function present(dialect: Dialect, register: RegisterId): string {
  const { table, columns } = registerTables[register]
  return `present AS MATERIALIZED (
    SELECT key, record, import_id FROM (
      SELECT ${keyText(dialect, registerTables[register], 't')} AS key, ${dialect.jsonRecord(columns, 't')} AS record, t.import_id
      FROM "${table}" t) records
    WHERE ${isLater('import_id')} OR key IN (SELECT key FROM link))`
}

/** SQL: by later import, the numbers of added and changed rows that it recorded, and those that are found. */
const BROUGHT = `came AS MATERIALIZED (
    SELECT before_import_id AS import_id FROM link WHERE before IS NOT NULL AND prev IS NULL
    UNION ALL
    SELECT p.import_id FROM present p LEFT JOIN link l ON l.key = p.key AND l.newest WHERE l.after IS NULL),
  brought AS (
    SELECT added AS said, (SELECT count(*) FROM came WHERE import_id = f.id) AS found
    FROM import_file f WHERE ${isLater('f.id')}
    UNION ALL
    SELECT changed, (SELECT count(*) FROM link WHERE import_id = f.id) FROM import_file f WHERE ${isLater('f.id')})`

async function count(query: ReadQuery, since: Since, select: (dialect: Dialect) => string): Promise<number> {
  const counted = await query.get<{ n: number }>(
    (dialect) =>
      `WITH ${later(dialect)}, ${present(dialect, since.register)}, ${BROUGHT} SELECT ${select(dialect)} AS n`,
    { ...since },
  )
  return counted?.n ?? 0
}

/**
 * Number of history entries that do not follow from the previous one, of rows that differ from their newest entry, and
 * of rows or entries beyond the recorded numbers of their import.
 */
const recordsUnexplained = (query: ReadQuery, since: Since): Promise<number> =>
  count(
    query,
    since,
    ({ greatest }) => `(SELECT count(*) FROM link WHERE place > 1 AND before IS DISTINCT FROM prev
        AND NOT (prev IS NULL AND ${isLater('before_import_id')}))
    + (SELECT count(*) FROM link WHERE import_id IS NOT NULL AND NOT ${isLater('import_id')})
    + (SELECT count(*) FROM link l LEFT JOIN present p ON p.key = l.key
       WHERE l.newest AND l.after IS DISTINCT FROM p.record AND NOT (l.after IS NULL AND ${isLater('p.import_id')}))
    + (SELECT coalesce(sum(${greatest('found - said', '0')}), 0) FROM brought)`,
  )

/** Number of rows that later imports recorded and that are not found. */
const recordsLost = (query: ReadQuery, since: Since): Promise<number> =>
  count(query, since, ({ greatest }) => `(SELECT coalesce(sum(${greatest('said - found', '0')}), 0) FROM brought)`)
