import type { Statement } from '@wayproof/database/query/query'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callLimitStore, MOST_COUNTS } from './call-limit-store.ts'

const KEYRING = keyring(new Uint8Array(32))
const limit = { calls: 3, milliseconds: 100 }

test('no period has more than twice the limit of calls, and waiting for the returned time is enough', async () => {
  const limits = callLimitStore(await openTestDatabase(), KEYRING)
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 30 }), async (pauses) => {
      runs += 1
      const key = `run ${runs}`
      const allowed: number[] = []
      let now = 1_000_000
      for (const pause of pauses) {
        now += pause
        const wait = await limits.take(key, limit, now)
        if (wait === null) allowed.push(now)
        else {
          expect(wait).toBeGreaterThan(0)
          expect(wait).toBeLessThanOrEqual(limit.milliseconds)
        }
      }
      for (const from of allowed) {
        expect(allowed.filter((at) => at >= from && at < from + limit.milliseconds).length).toBeLessThanOrEqual(
          2 * limit.calls,
        )
      }
      const wait = await limits.take(key, limit, now)
      if (wait !== null) expect(await limits.take(key, limit, now + wait)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('concurrent calls are counted one by one; keys are independent; forgetting starts again', async () => {
  const limits = callLimitStore(await openTestDatabase(), KEYRING)
  const waits = await Promise.all(Array.from({ length: 10 }, () => limits.take('a', limit, 1_000)))
  expect(waits.filter((wait) => wait === null)).toHaveLength(3)
  expect(await limits.take('b', limit, 1_000)).toBeNull()
  await limits.forget('a')
  expect(await limits.take('a', limit, 1_000)).toBeNull()
})

test('calls do not extend a window', async () => {
  const limits = callLimitStore(await openTestDatabase(), KEYRING)
  const waits: (number | null)[] = []
  for (const now of [0, 40, 80, 99, 100, 140, 180, 199, 200, 240])
    waits.push(await limits.take('a', limit, 1_000 + now))
  expect(waits).toEqual([null, null, null, 1, null, null, null, 1, null, null])
  for (let now = 2_000; now < 4_000; now += 40) expect(await limits.take('b', limit, now)).toBeNull()
})

test('a call given back does not count, and counts never fall below zero', async () => {
  const limits = callLimitStore(await openTestDatabase(), KEYRING)
  await limits.giveBack('a')
  for (let n = 0; n < 5; n += 1) {
    expect(await limits.take('a', limit, 1_000)).toBeNull()
    await limits.giveBack('a')
  }
  await limits.giveBack('a')
  const waits: (number | null)[] = []
  for (let n = 0; n < 4; n += 1) waits.push(await limits.take('a', limit, 1_000))
  expect(waits).toEqual([null, null, null, 100])
})

test('counts without effect are deleted at most once a minute, and the table has a maximum size', async () => {
  const database = await openTestDatabase()
  const limits = callLimitStore(database, KEYRING)
  const rows = async () => (await database.query.get<{ n: number }>('SELECT COUNT(*) AS n FROM rate_limit'))?.n
  const day = 24 * 3_600_000
  const now = 2 * day
  const numbers = Array.from({ length: MOST_COUNTS + 500 }, (_, i) => i + 1)
  const insert: Statement = ({ listed }) => `INSERT INTO rate_limit (id, key, count, last_request)
    SELECT 'k' || value, 'k' || value, 1, @day + value FROM ${listed('@numbers')}`
  await database.write(async (query) => void (await query.run(insert, { day, numbers })))
  await limits.take('first', limit, now)
  expect(await rows()).toBe(MOST_COUNTS + 1)
  // The newest counts are not deleted.
  const newest = `k${MOST_COUNTS + 500}`
  const ends = 'SELECT id FROM rate_limit WHERE id IN (@oldest, @newest)'
  expect(await database.query.all(ends, { oldest: 'k1', newest })).toEqual([{ id: newest }])
  await limits.take('second', limit, now + 59_000)
  expect(await rows()).toBe(MOST_COUNTS + 2)
  await limits.take('first', limit, now + 60_000)
  // Counts older than a day then are deleted: all but 40,501 of the first ones.
  expect(await rows()).toBe(40_503)
  await limits.take('third', limit, now + 2 * day)
  expect(await rows()).toBe(1)
})
