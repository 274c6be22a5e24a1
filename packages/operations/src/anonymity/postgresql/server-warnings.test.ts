import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { expect, test } from 'vitest'
import { serverWarnings } from '../../store/server-commands.ts'

test('a server that keeps no copies of deleted rows causes no warning, and one that logs statements does', async () => {
  const { pool, query } = await openTestPostgresql(1)
  expect(await serverWarnings(query)).not.toContain('logs-statements')
  await pool.query(`SET log_statement = 'mod'`)
  expect(await serverWarnings(query)).toContain('logs-statements')
})
