import { systemIds } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { migrate } from '../engine/sqlite-migrations/migrate.ts'
import { readMigrations } from '../engine/sqlite-migrations/migrations.ts'
import { openTemporary } from '../engine/testing/open-temporary.ts'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { jobRunStore } from '../jobs/job-runs.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { questionStore } from './question-store.ts'
import { trustedClockStore } from './trusted-clock-store.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-01-05T00:00:00Z')
const parts = { ids: systemIds, timeZone: 'Asia/Shanghai' }
const doubt = { doubt: 'jumped-ahead', shown: NOW + 400 * DAY, trusted: NOW, expected: NOW, offset: null } as const
const how = { agrees: false, afterGap: false }

test('a database in use before trusts the moment at which the calendar looked last', async () => {
  const database = openTemporary(temporaryFile())
  const before = readMigrations().filter(({ name }) => name < '0030')
  await migrate(database, before, new Date(NOW))
  await jobRunStore(database).looked(['close-waves', 'open-waves'], NOW)
  await migrate(database, readMigrations(), new Date(NOW + DAY))
  expect((await trustedClockStore(database, parts).read()).trustedMoment).toEqual({
    at: NOW,
    confirmations: 0,
    afterGap: false,
    sourceDisregarded: false,
  })
})

test('one question about the clock is open, whoever asks, and the next trusted moment withdraws it', async () => {
  const database = await openTestSqlite()
  const clock = trustedClockStore(database, parts)
  const questions = questionStore(database, parts)
  await Promise.all([clock.ask(doubt), clock.ask({ ...doubt, doubt: 'long-away' })])
  expect(await questions.open()).toHaveLength(1)
  await clock.trust(NOW, how)
  expect(await questions.open()).toEqual([])
  expect((await clock.read()).trustedMoment).toMatchObject({ at: NOW, confirmations: 0 })
})

test('an officer who overrules the second source is believed until the source agrees again', async () => {
  const database = await openTestSqlite()
  const clock = trustedClockStore(database, parts)
  const questions = questionStore(database, parts)
  await clock.ask({ ...doubt, doubt: 'source-disagrees' })
  const id = (await questions.open())[0]?.id ?? ''
  expect(await questions.confirmClock(id, { by: 'Lin', at: NOW })).toBe(true)
  expect((await clock.read()).trustedMoment).toMatchObject({ at: NOW, confirmations: 1, sourceDisregarded: true })
  await clock.trust(NOW + DAY, how)
  expect((await clock.read()).trustedMoment).toMatchObject({ confirmations: 1, sourceDisregarded: true })
  await clock.trust(NOW + DAY, { ...how, agrees: true })
  expect((await clock.read()).trustedMoment).toMatchObject({ confirmations: 1, sourceDisregarded: false })
})

test('waits and leases that a wrong clock made end once the clock is right', async () => {
  const database = await openTestSqlite()
  const clock = trustedClockStore(database, parts)
  const wrong = NOW + 400 * DAY
  const letter = (id: string, notBefore: number, leaseUntil: number | null) =>
    database.write((sql) =>
      sql(`INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before,
          lease_until, created_at)
        VALUES (?, 'report-arrived', 'address', 'a@x.example', 'en', '{}', ?, 'queued', ?, ?, ?)`).run(
        id,
        id,
        notBefore,
        leaseUntil,
        NOW,
      ),
    )
  await letter('put-off', wrong, null)
  await letter('claimed', NOW, wrong)
  await letter('as-usual', NOW + DAY, NOW + 60_000)
  await jobRunStore(database).claimRun('close-wave', '2025-H2', NOW, wrong, wrong, false)
  await clock.ask(doubt)
  await clock.trust(NOW, how)
  const text = 'SELECT id, not_before AS notBefore, lease_until AS leaseUntil FROM letter ORDER BY id'
  expect(database.read(text).all()).toEqual([
    { id: 'as-usual', notBefore: NOW + DAY, leaseUntil: NOW + 60_000 },
    { id: 'claimed', notBefore: NOW, leaseUntil: NOW - 1 },
    { id: 'put-off', notBefore: NOW, leaseUntil: null },
  ])
  expect(await jobRunStore(database).claimRun('close-wave', '2025-H2', NOW, NOW, NOW + 1, false)).not.toBeNull()
})
