import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestPostgresql } from '../testing/test-postgresql.ts'

test('readers wait a second at most while deleted rows of a table that a backup holds cannot be removed', async () => {
  const database = await openTestPostgresql()
  let wiping = Promise.resolve()
  let longest = 0
  await database.readSnapshot(async (backup) => {
    await backup.all('SELECT 1 FROM answer')
    wiping = database.wipeDeadRows(['answer'])
    for (let n = 0; n < 20; n += 1) {
      const startedAt = performance.now()
      await database.query.all('SELECT 1 FROM answer')
      longest = Math.max(longest, performance.now() - startedAt)
      await wait(100)
    }
  })
  await wiping
  expect(longest).toBeGreaterThan(100)
  expect(longest).toBeLessThan(20_000)
})
