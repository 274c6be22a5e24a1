import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { jobRunStore } from '../jobs/job-runs.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { healthStore } from './health-store.ts'

const now = Date.UTC(2030, 0, 1)

test('an installation reads its health from its database and disk', async () => {
  const database = await openTestSqlite()
  const health = healthStore(database)
  expect(await health.read(now)).toMatchObject({ database: 'ok', scheduler: 'never', letters: 'ok' })
  await jobRunStore(database).recordLooks(['open-due-waves'], now)
  expect(await health.read(now + 6 * 60_000)).toMatchObject({ scheduler: 'late', lastLook: now })
  database.damage.note({ at: now, faults: ['broken'] }, systemTokens)
  expect(await health.read(now)).toMatchObject({ ok: false, database: 'damaged' })
  database.damage.clear()
  await database.close()
  expect(await health.read(now)).toMatchObject({ ok: false, database: 'unreadable' })
})
