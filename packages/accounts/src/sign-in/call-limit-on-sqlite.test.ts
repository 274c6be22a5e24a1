import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, test } from 'vitest'

test('pruned rows are found by the index', async () => {
  const { query } = await openTestSqlite()
  const plan = await query.all<{ detail: string }>('EXPLAIN QUERY PLAN DELETE FROM rate_limit WHERE last_request < 1')
  expect(plan.map(({ detail }) => detail).join()).toContain('rate_limit_last_request_idx')
})
