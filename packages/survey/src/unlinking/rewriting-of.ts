import type { Query } from '@wayproof/database/query/query'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { wipeFreePages } from '@wayproof/database/sqlite/wipe-file'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { AnswerTable } from '../tallies/count-wave.ts'
import { rewritingOnPostgresql } from './rewrite-on-postgresql.ts'
import type { Rewriting } from './rewriting.ts'

export const rewritingOf = (database: StoreDatabase): Rewriting =>
  database.engine === 'sqlite' ? rewritingOnSqlite(database) : rewritingOnPostgresql(database)

const COLUMNS = 'wave_id, key, cell_id, "values", comment, language, encrypted'

// Answers get new keys, because the old ones are made from the receipts. The new ones need not be secret, only
// different.
const answersFrom = (table: AnswerTable) => `INSERT INTO answer_rebuilt (${COLUMNS})
  SELECT * FROM (
    SELECT ${COLUMNS} FROM answer WHERE wave_id <> @waveId UNION ALL
    SELECT wave_id, randomblob(16) AS key, cell_id, "values", NULL, NULL, NULL FROM ${table} WHERE wave_id = @waveId
  ) ORDER BY wave_id, key`

/** A table without row ids stores its rows in the order of their keys, so only the answers are rewritten. */
const rewritingOnSqlite = (database: SqliteDatabase): Rewriting => ({
  write: (work) => database.write(work),
  rewriteRows: (query, waveId, table) => rebuildAnswers(query, waveId, table),
  wipe: () => wipeFreePages(database),
})

/**
 * Writes the rows to a new table with the same definition and indexes, and drops the old one. `secure_delete` wipes the
 * freed pages.
 */
async function rebuildAnswers(query: Query, waveId: string, table: AnswerTable): Promise<void> {
  const definitions = await query.all<{ type: string; sql: string }>(
    `SELECT type, sql FROM sqlite_schema WHERE tbl_name = 'answer' AND sql IS NOT NULL`,
  )
  const create = definitions.find(({ type }) => type === 'table')?.sql
  if (create === undefined) throw new Error('there is no table of answers')
  await query.run(create.replace('"answer"', '"answer_rebuilt"'))
  await query.run(answersFrom(table), { waveId })
  await query.run('DELETE FROM decrypted_answer WHERE wave_id = @waveId', { waveId })
  await query.run('DROP TABLE answer')
  await query.run('ALTER TABLE answer_rebuilt RENAME TO answer')
  for (const { type, sql } of definitions) if (type === 'index') await query.run(sql)
  const rebuilt = await query.get<{ wr: number }>(`SELECT wr FROM pragma_table_list WHERE name = 'answer'`)
  if (rebuilt?.wr !== 1) throw new Error('answers got row ids, which reveal the order of arrival')
}
