import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, test } from 'vitest'

test('the order of rows does not show when a case arrived: its tables have no row IDs', async () => {
  const { query } = await openTestSqlite()
  const tables = await query.all(`SELECT name, wr FROM pragma_table_list
    WHERE name IN ('rights_case', 'rights_message', 'mailed_code') ORDER BY name`)
  expect(tables).toEqual(['mailed_code', 'rights_case', 'rights_message'].map((name) => ({ name, wr: 1 })))
})
