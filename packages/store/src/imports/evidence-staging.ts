import { setImmediate as otherWork } from 'node:timers/promises'
import type { Changes, ImportOrigin, PreviewRow, RegisterId } from '@wayproof/evidence'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { keptCells } from '../registers/kept-cells.ts'
import { keySql, recordSql } from '../registers/record-sql.ts'
import type { Value } from '../registers/register-columns.ts'

/** Records a transaction that fills the staging table: well under 50 ms of lock. */
const CHUNK = 2_000

/** The columns of a table that a file fills. */
export interface Target {
  readonly register: RegisterId
  readonly table: string
  readonly key: readonly string[]
  readonly values: readonly string[]
}

export interface StagedRecord {
  readonly rowNumber: number
  readonly values: readonly Value[]
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ')

/**
 * Fills a temporary table with the records, a chunk a transaction with other work let in between, and hands its name to
 * `finish`, which runs in one short transaction. The table lives outside the database file and is dropped whatever comes.
 */
export async function withStaging<T>(
  database: SqliteDatabase,
  { table, key, values }: Target,
  records: readonly StagedRecord[],
  finish: (sql: Sql, staging: string) => T,
): Promise<T> {
  const columns = [...key, ...values, 'row_number']
  const staging = await database.write((sql) => {
    const taken = sql<{ n: number | null }>(
      "SELECT max(CAST(substr(name, 9) AS INTEGER)) AS n FROM temp.sqlite_master WHERE name LIKE 'staging_%'",
    ).get()
    const name = `staging_${(taken?.n ?? 0) + 1}`
    // Columns have the table's own types, so that the history writes a number as the table keeps it.
    sql(`CREATE TEMP TABLE ${name} AS SELECT ${quoted(columns)} FROM main."${table}" WHERE false`).run()
    return name
  })
  try {
    const insert = `INSERT INTO temp.${staging} VALUES (${columns.map(() => '?').join(', ')})`
    for (let at = 0; at < records.length; at += CHUNK) {
      await database.write((sql) => {
        const statement = sql(insert)
        for (const record of records.slice(at, at + CHUNK)) statement.run(...record.values, record.rowNumber)
      })
      await otherWork()
    }
    return await database.write((sql) => finish(sql, staging))
  } finally {
    await database.write((sql) => sql(`DROP TABLE temp.${staging}`).run())
  }
}

const PREVIEWED = 200

/** The records beside what they would replace: changed ones first, then new ones, then the others. */
export function previewStaged(sql: Sql, staging: string, { register, table, key, values }: Target): PreviewRow[] {
  const columns = [...key, ...values]
  const same = values.map((c) => `s."${c}" IS t."${c}"`).join(' AND ') || 'true'
  return sql<{ kind: number; rowNumber: number; before: string; after: string; byHand: number }>(
    `SELECT p.*, EXISTS (SELECT 1 FROM register_change c
       WHERE c.register = ? AND c.key = p.key AND c.import_id IS NULL AND c.undone_import_id IS NULL) AS byHand
     FROM (SELECT CASE WHEN t."${key[0]}" IS NULL THEN 1 WHEN ${same} THEN 2 ELSE 0 END AS kind,
         s.row_number AS rowNumber, ${keySql(key, 's')} AS key,
         ${recordSql(columns, 't')} AS before, ${recordSql(columns, 's')} AS after
       FROM temp.${staging} s LEFT JOIN main."${table}" t ON ${key.map((c) => `s."${c}" = t."${c}"`).join(' AND ')}
       ORDER BY kind, rowNumber LIMIT ${PREVIEWED}) p`,
  )
    .all(register)
    .map(({ kind, rowNumber, before, after, byHand }) => ({
      kind: KINDS[kind] ?? 'unchanged',
      rowNumber,
      before: kind === 1 ? null : keptCells(register, before),
      after: keptCells(register, after),
      byHand: byHand === 1,
    }))
}

const KINDS = ['changed', 'added', 'unchanged'] as const

/** What taking the staged records would do to the target. */
export function compareStaged(sql: Sql, staging: string, { table, key, values }: Target): Changes {
  const same = (columns: readonly string[], how: string) => columns.map((c) => `s."${c}" ${how} t."${c}"`)
  const unchanged = ['true', ...same(values, 'IS')].join(' AND ')
  const counts = sql<{ staged: number; present: number; unchanged: number }>(
    `SELECT count(*) AS staged, count(t."${key[0]}") AS present,
            count(CASE WHEN t."${key[0]}" IS NOT NULL AND ${unchanged} THEN 1 END) AS unchanged
     FROM temp.${staging} s LEFT JOIN main."${table}" t ON ${same(key, '=').join(' AND ')}`,
  ).get() ?? { staged: 0, present: 0, unchanged: 0 }
  return {
    added: counts.staged - counts.present,
    changed: counts.present - counts.unchanged,
    unchanged: counts.unchanged,
  }
}

/**
 * Takes the staged records: new ones are added, those that differ are replaced and the history keeps what they were, equal
 * ones keep the import they came by.
 */
export function takeStaged(
  sql: Sql,
  staging: string,
  { register, table, key, values }: Target,
  { id, at, by }: ImportOrigin,
): void {
  const other = values.map((c) => `s."${c}" IS NOT t."${c}"`).join(' OR ') || 'false'
  sql(
    `INSERT INTO register_change
       (register, key, before, after, before_import_id, before_row_number, import_id, at, changed_by)
     SELECT ?, ${keySql(key, 't')}, ${recordSql([...key, ...values], 't')}, ${recordSql([...key, ...values], 's')},
       t.import_id, t.row_number, ?, ?, ?
     FROM temp.${staging} s JOIN main."${table}" t ON ${key.map((c) => `s."${c}" = t."${c}"`).join(' AND ')}
     WHERE ${other} ORDER BY s.row_number`,
  ).run(register, id, at, by)
  const origin = ['import_id', 'row_number']
  const update = [...values, ...origin].map((c) => `"${c}" = excluded."${c}"`).join(', ')
  const differs = values.map((c) => `"${table}"."${c}" IS NOT excluded."${c}"`).join(' OR ')
  sql(
    `INSERT INTO main."${table}" (${quoted([...key, ...values, ...origin])})
     SELECT ${quoted([...key, ...values])}, ?, row_number FROM temp.${staging} WHERE true
     ON CONFLICT (${quoted(key)}) DO ${values.length ? `UPDATE SET ${update} WHERE ${differs}` : 'NOTHING'}`,
  ).run(id)
}
