import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, test } from 'vitest'

test('the order of rows does not show when a report arrived: its tables have no row IDs', async () => {
  const { query } = await openTestSqlite()
  const tables = await query.all(`SELECT name, wr FROM pragma_table_list WHERE name LIKE 'whistle%' ORDER BY name`)
  expect(tables).toEqual(['whistle_message', 'whistle_report'].map((name) => ({ name, wr: 1 })))
})
