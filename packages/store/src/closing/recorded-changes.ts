import type { RegisterId } from '@wayproof/evidence'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { keySql, recordSql } from '../registers/record-sql.ts'
import { registerTables } from '../registers/register-tables.ts'
import { type RowsDigest, rowsDigest } from './rows-digest.ts'

/** What was recorded after a seal: imports that are not among its files, and changes after its last one. */
export interface Since {
  readonly register: RegisterId
  /** Ids of the sealed files, JSON list. */
  readonly files: string
  /** Number of the last sealed change. */
  readonly last: number
}

const LATER = `later(id) AS MATERIALIZED (
    SELECT id FROM import_file WHERE register = @register AND id NOT IN (SELECT value FROM json_each(@files))),
  link AS MATERIALIZED (
    SELECT key, before, after, before_import_id, import_id, lag(after) OVER w AS prev, row_number() OVER w AS place,
      lead(number) OVER w IS NULL AS newest
    FROM register_change WHERE register = @register AND number > @last
    WINDOW w AS (PARTITION BY key ORDER BY number))`

const isLater = (column: string) => `coalesce(${column}, '') IN (SELECT id FROM later)`

/**
 * The register with every recorded change taken back: a row is what its first change says it was before, and one that a
 * later import brought was not there. What no record explains stays in it, and shows in its digest.
 */
export function rolledBack(read: ReadSql, since: Since): RowsDigest {
  const { table, key, values } = registerTables[since.register]
  const columns = [...key, ...values]
  const before = columns.map((column) => `json_extract(before, '$.${column}') AS "${column}"`)
  const rows = `
    SELECT ${columns.map((column) => `t."${column}"`).join(', ')} FROM "${table}" t
    WHERE NOT ${isLater('t.import_id')} AND ${keySql(key, 't')} NOT IN (SELECT key FROM link)
    UNION ALL
    SELECT ${before.join(', ')} FROM link
    WHERE place = 1 AND json_valid(before) AND NOT ${isLater('before_import_id')}`
  return rowsDigest(read, { before: `WITH ${LATER}`, from: `(${rows})`, key, values }, { ...since })
}

/** What stands in the register of the rows that were changed or came since. */
const present = ({ register }: Since): string => {
  const { table, key, values } = registerTables[register]
  return `present AS MATERIALIZED (
    SELECT key, record, import_id FROM (
      SELECT ${keySql(key, 't')} AS key, ${recordSql([...key, ...values], 't')} AS record, t.import_id FROM "${table}" t)
    WHERE ${isLater('import_id')} OR key IN (SELECT key FROM link))`
}

/** By later import, what it says it added and changed, and what is to be found of that. */
const BROUGHT = `came AS MATERIALIZED (
    SELECT before_import_id AS import_id FROM link WHERE before IS NOT NULL AND prev IS NULL
    UNION ALL
    SELECT p.import_id FROM present p LEFT JOIN link l ON l.key = p.key AND l.newest WHERE l.after IS NULL),
  brought AS (
    SELECT added AS said, (SELECT count(*) FROM came WHERE import_id = f.id) AS found
    FROM import_file f WHERE ${isLater('f.id')}
    UNION ALL
    SELECT changed, (SELECT count(*) FROM link WHERE import_id = f.id) FROM import_file f WHERE ${isLater('f.id')})`

const count = (read: ReadSql, since: Since, select: string): number =>
  read<{ n: number }>(`WITH ${LATER}, ${present(since)}, ${BROUGHT} SELECT ${select} AS n`).get({ ...since })?.n ?? 0

/**
 * Entries of the history that do not follow from the one before, rows that are not what their newest entry says, and rows
 * or entries beyond what their import says it brought.
 */
export const recordsUnexplained = (read: ReadSql, since: Since): number =>
  count(
    read,
    since,
    `(SELECT count(*) FROM link WHERE place > 1 AND before IS NOT prev
        AND NOT (prev IS NULL AND ${isLater('before_import_id')}))
    + (SELECT count(*) FROM link WHERE import_id IS NOT NULL AND NOT ${isLater('import_id')})
    + (SELECT count(*) FROM link l LEFT JOIN present p ON p.key = l.key
       WHERE l.newest AND l.after IS NOT p.record AND NOT (l.after IS NULL AND ${isLater('p.import_id')}))
    + (SELECT coalesce(sum(max(found - said, 0)), 0) FROM brought)`,
  )

/** What later imports say they brought and is not to be found. */
export const recordsLost = (read: ReadSql, since: Since): number =>
  count(read, since, '(SELECT coalesce(sum(max(said - found, 0)), 0) FROM brought)')
