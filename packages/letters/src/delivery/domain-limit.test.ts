import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { domainLimit } from './domain-limit.ts'

const realSleep = async (milliseconds: number) => void (await sleep(milliseconds))
/** Nobody's patience ends. */
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

it('sends on to others whom a domain keeps waiting, at once until it takes a letter again', async () => {
  const limit = domainLimit(1, realSleep, 5)
  const leave = await limit.enter('a@slow.example')
  expect(await limit.enter('b@SLOW.example')).toBeNull()
  expect(await limit.enter('c@slow.example')).toBeNull()
  const other = await limit.enter('d@fast.example')
  expect(other).not.toBeNull()
  leave?.()
  expect(await limit.enter('b@slow.example')).not.toBeNull()
})
