import { setImmediate as otherWork } from 'node:timers/promises'
import type { Query } from '@wayproof/database/query/query'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Changes, ImportOrigin, PreviewRow } from '../ports.ts'
import { cellsOfRecord } from '../registers/history-record.ts'
import { keyText, quoted } from '../registers/record-sql.ts'
import { stageOnPostgresql } from './stage-on-postgresql.ts'
import type { StagedRecord, Target } from './staged-record.ts'

/**
 * Fills a temporary table with the records and calls `finish` with its name, in a transaction. The table is dropped in
 * any case.
 */
export const withStaging = <T>(
  database: StoreDatabase,
  target: Target,
  records: readonly StagedRecord[],
  finish: (query: Query, staging: string) => Promise<T>,
): Promise<T> =>
  database.engine === 'sqlite'
    ? stageOnSqlite(database, target, records, finish)
    : stageOnPostgresql(database, target, records, finish)

const isSame = (column: string) => `s."${column}" IS NOT DISTINCT FROM t."${column}"`

/** Condition: a staged record `s` and a record `t` have the same key. */
const sameKey = ({ key }: Target) => key.map((column) => `s."${column}" = t."${column}"`).join(' AND ')

const PREVIEWED = 200

/**
 * The staged records beside the records that they would replace: changed ones first, then new ones, then the others.
 */
export async function previewStaged(query: Query, staging: string, target: Target): Promise<PreviewRow[]> {
  const { register, table, key, values, columns } = target
  const same = ['true', ...values.map(isSame)].join(' AND ')
  const rows = await query.all<{ kind: number; rowNumber: number; before: string; after: string; byHand: number }>(
    (dialect) => `SELECT p.*, EXISTS (SELECT 1 FROM register_change c
       WHERE c.register = @register AND c.key = p.key AND c.import_id IS NULL AND c.undone_import_id IS NULL) AS byHand
     FROM (SELECT CASE WHEN t."${key[0]}" IS NULL THEN 1 WHEN ${same} THEN 2 ELSE 0 END AS kind,
         s.row_number AS rowNumber, ${keyText(dialect, target, 's')} AS key,
         ${dialect.jsonRecord(columns, 't')} AS before, ${dialect.jsonRecord(columns, 's')} AS after
       FROM ${staging} s LEFT JOIN "${table}" t ON ${sameKey(target)}
       ORDER BY kind, rowNumber LIMIT ${PREVIEWED}) p
     ORDER BY kind, rowNumber`,
    { register },
  )
  return rows.map(({ kind, rowNumber, before, after, byHand }) => ({
    kind: KINDS[kind] ?? 'unchanged',
    rowNumber,
    before: kind === 1 ? null : cellsOfRecord(register, before),
    after: cellsOfRecord(register, after),
    byHand: byHand === 1,
  }))
}

const KINDS = ['changed', 'added', 'unchanged'] as const

/** Counts how the staged records would change the target. */
export async function compareStaged(query: Query, staging: string, target: Target): Promise<Changes> {
  const { table, key, values } = target
  const counts = (await query.get<{ staged: number; present: number; unchanged: number }>(
    `SELECT count(*) AS staged, count(t."${key[0]}") AS present,
            count(CASE WHEN ${[`t."${key[0]}" IS NOT NULL`, ...values.map(isSame)].join(' AND ')} THEN 1 END) AS unchanged
     FROM ${staging} s LEFT JOIN "${table}" t ON ${sameKey(target)}`,
  )) ?? { staged: 0, present: 0, unchanged: 0 }
  return {
    added: counts.staged - counts.present,
    changed: counts.present - counts.unchanged,
    unchanged: counts.unchanged,
  }
}

/**
 * Takes the staged records over: adds new ones and replaces those that differ, whose previous values go to the history.
 * Equal records remain assigned to their earlier import.
 */
export async function takeStaged(
  query: Query,
  staging: string,
  target: Target,
  { id, at, by }: ImportOrigin,
): Promise<void> {
  const { register, table, key, values, columns } = target
  await query.run(
    (dialect) => `INSERT INTO register_change
       (register, key, before, after, before_import_id, before_row_number, import_id, at, changed_by)
     SELECT @register, ${keyText(dialect, target, 't')}, ${dialect.jsonRecord(columns, 't')},
       ${dialect.jsonRecord(columns, 's')}, t.import_id, t.row_number, @id, @at, @by
     FROM ${staging} s JOIN "${table}" t ON ${sameKey(target)}
     WHERE NOT (${['true', ...values.map(isSame)].join(' AND ')}) ORDER BY s.row_number`,
    { register, id, at: new Date(at), by },
  )
  const origin = ['import_id', 'row_number']
  const update = [...values, ...origin].map((column) => `"${column}" = excluded."${column}"`).join(', ')
  const differs = values.map((column) => `"${table}"."${column}" IS DISTINCT FROM excluded."${column}"`).join(' OR ')
  await query.run(
    `INSERT INTO "${table}" (${quoted([...key, ...values, ...origin])})
     SELECT ${quoted([...key, ...values])}, @id, row_number FROM ${staging} WHERE true
     ON CONFLICT (${quoted(key)}) DO ${values.length > 0 ? `UPDATE SET ${update} WHERE ${differs}` : 'NOTHING'}`,
    { id },
  )
}

/** Records of one transaction that fills the staging table: it locks the database for well under 50 ms. */
const CHUNK = 2_000

/**
 * Fills the table in one transaction for each chunk, so that other work runs in between, and finishes in one short
 * transaction. The table is outside the database file.
 */
async function stageOnSqlite<T>(
  database: SqliteDatabase,
  { table, key, values }: Target,
  records: readonly StagedRecord[],
  finish: (query: Query, staging: string) => Promise<T>,
): Promise<T> {
  const columns = [...key, ...values, 'row_number']
  const staging = await database.writeBlocking('temporary', (sql) => {
    const taken = sql<{ n: number | null }>(
      "SELECT max(CAST(substr(name, 9) AS INTEGER)) AS n FROM temp.sqlite_master WHERE name LIKE 'staging_%'",
    ).get()
    const name = `temp.staging_${(taken?.n ?? 0) + 1}`
    // The columns have the types of the target, so that the history writes a number as the target stores it.
    sql(`CREATE TABLE ${name} AS SELECT ${quoted(columns)} FROM main."${table}" WHERE false`).run()
    return name
  })
  try {
    const insert = `INSERT INTO ${staging} VALUES (${columns.map(() => '?').join(', ')})`
    for (let at = 0; at < records.length; at += CHUNK) {
      await database.writeBlocking('temporary', (sql) => {
        const statement = sql(insert)
        for (const record of records.slice(at, at + CHUNK)) statement.run(...record.values, record.rowNumber)
      })
      await otherWork()
    }
    return await database.write((query) => finish(query, staging))
  } finally {
    await database.writeBlocking('temporary', (sql) => sql(`DROP TABLE ${staging}`).run())
  }
}
