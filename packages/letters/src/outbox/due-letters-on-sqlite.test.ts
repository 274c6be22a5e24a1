import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { sqliteDialect } from '@wayproof/database/sqlite/sqlite-dialect'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, it } from 'vitest'
import { ANY_DUE, FIRST_DUE_OF_NO_WAVE, FIRST_DUE_OF_WAVE } from './due-letters.ts'

/** The tables that SQLite scans for a statement and the method of each, without lookups of referenced rows. */
const planOf = async (database: SqliteDatabase, text: string) =>
  (
    await database.query.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, {
      queue: 'w',
      kind: null,
      now: 0,
      limit: 20,
      surveys: 1,
    })
  )
    .map(({ detail }) => detail)
    .filter((detail) => /\bletter\b|SCAN|B-TREE/.test(detail))

it('reads the letters of one queue in their order, by an index of waiting letters only', async () => {
  const database = await openTestSqlite()
  const byQueue = 'SEARCH letter USING INDEX letter_queue_idx (wave_id=? AND not_before<?)'
  expect(await planOf(database, FIRST_DUE_OF_WAVE(sqliteDialect))).toEqual([byQueue])
  // A table of one row, or none.
  const looksForSample = 'SCAN sample_data'
  expect(await planOf(database, FIRST_DUE_OF_NO_WAVE(sqliteDialect))).toEqual([byQueue, looksForSample])
  // The waves are read first, and the letters of a waiting wave are not read at all.
  expect(await planOf(database, ANY_DUE)).toEqual([
    ...['SCAN CONSTANT ROW', byQueue, looksForSample, 'SCAN wave', byQueue],
  ])
})
