import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { openTemporary } from '@wayproof/database/testing/open-temporary'
import { systemIds } from '@wayproof/kernel/system'
import { jobRunStore } from '@wayproof/oversight/jobs/job-runs'
import { expect, test } from 'vitest'
import { trustedClockStore } from './trusted-clock-store.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-01-05T00:00:00Z')
const parts = { ids: systemIds, timeZone: 'Asia/Shanghai' }

test('a database that has been in use trusts the moment of the calendar’s last look', async () => {
  const database = openTemporary()
  const before = readMigrations().filter(({ name }) => name < '0030')
  await migrate(database, before, new Date(NOW))
  await jobRunStore(database).recordLooks(['close-waves', 'open-waves'], NOW)
  await migrate(database, readMigrations(), new Date(NOW + DAY))
  expect((await trustedClockStore(database, parts).read()).trustedMoment).toEqual({
    at: NOW,
    confirmations: 0,
    afterGap: false,
    sourceDisregarded: false,
  })
})
