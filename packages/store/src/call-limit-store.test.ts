import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callLimitStore } from './call-limit-store.ts'
import { openTestDatabase } from './testing/test-database.ts'

const limit = { calls: 3, milliseconds: 100 }

test('no stretch of time holds more calls than the limit, and waiting as told is enough', async () => {
  const limits = callLimitStore(await openTestDatabase())
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
          limit.calls,
        )
      }
      const wait = await limits.take(key, limit, now)
      if (wait !== null) expect(await limits.take(key, limit, now + wait)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('calls at one moment are counted one by one; keys do not meet; forgetting starts anew', async () => {
  const limits = callLimitStore(await openTestDatabase())
  const waits = await Promise.all(Array.from({ length: 10 }, () => limits.take('a', limit, 1_000)))
  expect(waits.filter((wait) => wait === null)).toHaveLength(3)
  expect(await limits.take('b', limit, 1_000)).toBeNull()
  await limits.forget('a')
  expect(await limits.take('a', limit, 1_000)).toBeNull()
})
