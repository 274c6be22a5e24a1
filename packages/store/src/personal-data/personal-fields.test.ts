import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { IMPERSONAL_COLUMNS } from './impersonal-columns.ts'
import { PERSONAL_FIELDS } from './personal-fields.ts'

const decided = [
  ...PERSONAL_FIELDS.map(({ table, column }) => `${table}.${column}`),
  ...Object.entries(IMPERSONAL_COLUMNS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
]

const schemaOf = (database: SqliteDatabase): string[] =>
  database
    .read<{ name: string }>(
      `SELECT t.name || '.' || c.name AS name FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND t.name <> '_prisma_migrations'`,
    )
    .all()
    .map(({ name }) => name)

test('every column of the schema is listed once, as personal or as not', async () => {
  const database = await openTestSqlite()
  expect(decided.toSorted()).toEqual(schemaOf(database).toSorted())
  expect(new Set(decided).size).toBe(decided.length)
})

test('an unlisted new column is found', async () => {
  const database = await openTestSqlite()
  await database.write((sql) => sql('ALTER TABLE traveler ADD COLUMN passport TEXT').run())
  expect(schemaOf(database).filter((column) => !decided.includes(column))).toEqual(['traveler.passport'])
})
