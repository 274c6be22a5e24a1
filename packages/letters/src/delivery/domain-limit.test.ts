import fc from 'fast-check'
import { expect, it } from 'vitest'
import { domainLimit } from './domain-limit.ts'

/** No letter gives up waiting. */
const forEver = () => new Promise<void>(() => {})

it('sends at most the limit of letters to one domain at once, in any order of arrival, and no letter waits forever', async () => {
  const letters = fc.array(fc.tuple(fc.constantFrom('a.example', 'b.example'), fc.integer({ min: 0, max: 3 })), {
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(letters, fc.integer({ min: 1, max: 4 }), async (all, most) => {
      const limit = domainLimit(most, forEver)
      const inFlight = new Map<string, number>()
      const seen: number[] = []
      await Promise.all(
        all.map(async ([domain, turns], n) => {
          const leave = await limit.enter(`t${n}@${domain}`)
          const now = (inFlight.get(domain) ?? 0) + 1
          inFlight.set(domain, now)
          seen.push(now)
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
          inFlight.set(domain, (inFlight.get(domain) ?? 0) - 1)
          leave?.()
        }),
      )
      expect(seen).toHaveLength(all.length)
      expect(Math.max(0, ...seen)).toBeLessThanOrEqual(most)
    }),
    { numRuns: 200 },
  )
})

it('makes one letter wait for a full domain, and no further ones until the domain takes a letter again', async () => {
  let waits = 0
  const sleep = async () => {
    waits += 1
  }
  const limit = domainLimit(1, sleep)
  const leave = await limit.enter('a@slow.example')
  expect([await limit.enter('b@SLOW.example'), await limit.enter('c@slow.example'), waits]).toEqual([null, null, 1])
  expect(await limit.enter('d@fast.example')).not.toBeNull()
  leave?.()
  expect(await limit.enter('b@slow.example')).not.toBeNull()
  expect([await limit.enter('c@slow.example'), waits]).toEqual([null, 2])
})

it('ends the waiting of full domains once a letter leaves', async () => {
  let waits = 0
  const sleep = async () => {
    waits += 1
  }
  const limit = domainLimit(2, sleep)
  const leave = await limit.enter('a@slow.example')
  await limit.enter('b@slow.example')
  await limit.enter('c@slow.example')
  leave?.()
  await limit.enter('c@slow.example')
  await limit.enter('d@slow.example')
  expect(waits).toBe(2)
})
