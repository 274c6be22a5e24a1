import { setImmediate as otherWork } from 'node:timers/promises'
import type { Query } from '@wayproof/database/query/query'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { quoted } from '../registers/record-sql.ts'
import type { StagedRecord, Target } from './staged-record.ts'

/** Records of one transaction that fills the staging table: it locks the database for well under 50 ms. */
const CHUNK = 2_000

/**
 * Fills the table in one transaction for each chunk, so that other work runs in between, and finishes in one short
 * transaction. The table is outside the database file.
 */
export async function stageOnSqlite<T>(
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
