import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { systemIds } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { questionStore } from '../question-records.ts'
import { trustedClockStore } from './trusted-clock-store.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-01-05T00:00:00Z')
const parts = { ids: systemIds, timeZone: 'Asia/Shanghai' }
const doubt = { doubt: 'jumped-ahead', shown: NOW + 400 * DAY, trusted: NOW, expected: NOW, offset: null } as const
const how = { agrees: false, afterGap: false }

test('only one question about the clock is open, and the next trusted moment withdraws it', async () => {
  const database = await openTestDatabase()
  const clock = trustedClockStore(database, parts)
  const questions = questionStore(database, parts)
  await clock.trust(NOW, how)
  await Promise.all([clock.ask(doubt), clock.ask({ ...doubt, doubt: 'long-away' })])
  expect(await questions.open()).toHaveLength(1)
  await clock.trust(NOW, how)
  expect(await questions.open()).toEqual([])
  expect((await clock.read()).trustedMoment).toMatchObject({ at: NOW, confirmations: 0 })
})

test('a doubt that was judged before an officer confirmed the clock is not asked again', async () => {
  const database = await openTestDatabase()
  const clock = trustedClockStore(database, parts)
  const questions = questionStore(database, parts)
  await clock.trust(NOW, how)
  await clock.ask(doubt)
  const id = (await questions.open())[0]?.id ?? ''
  await questions.confirmClock(id, { by: 'Lin', at: doubt.shown })
  await clock.ask(doubt)
  expect(await questions.open()).toEqual([])
  await clock.ask({ ...doubt, trusted: doubt.shown })
  expect(await questions.open()).toHaveLength(1)
})

test('an officer overrules the second source until the source agrees again', async () => {
  const database = await openTestDatabase()
  const clock = trustedClockStore(database, parts)
  const questions = questionStore(database, parts)
  await clock.trust(NOW, how)
  await clock.ask({ ...doubt, doubt: 'source-disagrees' })
  const id = (await questions.open())[0]?.id ?? ''
  expect(await questions.confirmClock(id, { by: 'Lin', at: NOW })).toBe(true)
  expect((await clock.read()).trustedMoment).toMatchObject({ at: NOW, confirmations: 1, sourceDisregarded: true })
  await clock.trust(NOW + DAY, how)
  expect((await clock.read()).trustedMoment).toMatchObject({ confirmations: 1, sourceDisregarded: true })
  await clock.trust(NOW + DAY, { ...how, agrees: true })
  expect((await clock.read()).trustedMoment).toMatchObject({ confirmations: 1, sourceDisregarded: false })
})

test('waits and leases of a wrong clock end once the clock is right', async () => {
  const database: QueryDatabase = await openTestDatabase()
  const clock = trustedClockStore(database, parts)
  const wrong = NOW + 400 * DAY
  const records = await database.records()
  const letter = async (id: string, notBefore: number, leaseUntil: number | null) => {
    const to = {
      kind: 'report-arrived',
      recipientKind: 'address',
      recipientId: 'a@x.example',
      locale: 'en',
      data: '{}',
    }
    const moments = { notBefore: new Date(notBefore), leaseUntil: leaseUntil === null ? null : new Date(leaseUntil) }
    await records.letter.create({
      data: { id, ...to, dedupeKey: id, state: 'queued', ...moments, createdAt: new Date(NOW) },
    })
  }
  await letter('put-off', wrong, null)
  await letter('claimed', NOW, wrong)
  await letter('as-usual', NOW + DAY, NOW + 60_000)
  await records.jobRun.create({
    data: { job: 'close-wave', period: '2025-H2', at: new Date(NOW), late: false, leaseUntil: new Date(wrong) },
  })
  await clock.trust(NOW, how)
  await clock.ask(doubt)
  await clock.trust(NOW, how)
  const text = 'SELECT id, not_before AS notBefore, lease_until AS leaseUntil FROM letter ORDER BY id'
  expect(await database.query.all(text)).toEqual([
    { id: 'as-usual', notBefore: NOW + DAY, leaseUntil: NOW + 60_000 },
    { id: 'claimed', notBefore: NOW, leaseUntil: NOW - 1 },
    { id: 'put-off', notBefore: NOW, leaseUntil: null },
  ])
  expect(await records.jobRun.findFirst()).toMatchObject({ leaseUntil: new Date(NOW - 1) })
})
