import type { Statement } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { IMPERSONAL_COLUMNS } from './impersonal-columns.ts'
import { PERSONAL_FIELDS } from './personal-fields.ts'

const decided = [
  ...PERSONAL_FIELDS.map(({ table, column }) => `${table}.${column}`),
  ...Object.entries(IMPERSONAL_COLUMNS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
]

const COLUMNS: Statement = ({ engine }) =>
  engine === 'sqlite'
    ? `SELECT t.name || '.' || c.name AS name FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND t.name <> '_prisma_migrations'`
    : `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'`

const schemaOf = async ({ query }: StoreDatabase): Promise<string[]> =>
  (await query.all<{ name: string }>(COLUMNS)).map(({ name }) => name)

test('every column of the schema is listed once, as personal or as not', async () => {
  const database = await openTestDatabase()
  expect(decided.toSorted()).toEqual((await schemaOf(database)).toSorted())
  expect(new Set(decided).size).toBe(decided.length)
})

test('an unlisted new column is found', async () => {
  const database = await openTestDatabase()
  await database.write((query) => query.run('ALTER TABLE traveler ADD COLUMN passport TEXT'))
  expect((await schemaOf(database)).filter((column) => !decided.includes(column))).toEqual(['traveler.passport'])
})
