import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memoryPlaces } from '../testing/memory-places.ts'
import { rateWindow } from './rate-window.ts'

const MINUTE_MS = 60_000
const BEGINS_WITHIN_MS = 10_000

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Windows of two schedulers over the same places, and a clock that a test sets. */
function windows(most: number) {
  const time = { now: 0 }
  const ports = { places: memoryPlaces(), clock: { now: () => time.now }, beginsWithin: BEGINS_WITHIN_MS }
  return { time, schedulers: [rateWindow(most, ports), rateWindow(most, ports)] as const }
}

it('begins at most so many letters in any minute, whichever scheduler takes places, and never runs dry', async () => {
  const steps = fc.array(
    fc.record({
      scheduler: fc.nat(1),
      wanted: fc.nat(6),
      used: fc.nat(6),
      kept: fc.nat(6),
      work: fc.nat(BEGINS_WITHIN_MS - 1),
      pause: fc.nat(40_000),
      isKilled: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 8 }), async (all, most) => {
      const { time, schedulers } = windows(most)
      const begun: number[] = []
      for (const { scheduler, wanted, used, kept, work, pause, isKilled } of all) {
        const places = await schedulers[scheduler as 0 | 1].take(wanted)
        expect(places.length).toBeLessThanOrEqual(wanted)
        for (const place of places.slice(kept)) place.giveBack()
        time.now += work
        for (const place of places.slice(0, Math.min(kept, used))) {
          place.use()
          begun.push(time.now)
        }
        // A killed scheduler gives nothing back.
        if (!isKilled) for (const place of places) place.giveBack()
        await turn()
        time.now += pause
      }
      for (const at of begun)
        expect(begun.filter((each) => each >= at && each < at + MINUTE_MS).length).toBeLessThanOrEqual(most)
      time.now += MINUTE_MS + BEGINS_WITHIN_MS
      expect(await schedulers[0].take(99)).toHaveLength(most)
    }),
    { numRuns: 200 },
  )
})

it('lets one letter begin for each place', async () => {
  const places = await windows(3).schedulers[0].take(5)
  expect(places).toHaveLength(3)
  for (const place of places) place.use()
  for (const place of places) expect(() => place.use()).toThrow(RangeError)
})

it('frees places that are given back at once, also for the other scheduler, and used ones after a minute', async () => {
  const { time, schedulers } = windows(4)
  const [used, unused, , open] = await schedulers[0].take(4)
  used?.use()
  used?.giveBack()
  unused?.giveBack()
  unused?.giveBack()
  await turn()
  expect(await schedulers[1].take(9)).toHaveLength(1)
  expect(await schedulers[0].take(9)).toEqual([])
  open?.giveBack()
  await turn()
  expect(await schedulers[0].take(9)).toHaveLength(1)
  time.now = MINUTE_MS + BEGINS_WITHIN_MS
  expect((await schedulers[0].take(9)).length).toBeGreaterThan(0)
})

it('frees the places of a claim when their time ends, if they could not be settled', async () => {
  const time = { now: 0 }
  const places = { ...memoryPlaces(), settle: () => Promise.reject(new Error('the database is unreachable')) }
  const window = rateWindow(2, { places, clock: { now: () => time.now }, beginsWithin: BEGINS_WITHIN_MS })
  for (const place of await window.take(2)) place.giveBack()
  await turn()
  expect(await window.take(2)).toEqual([])
  time.now = MINUTE_MS + BEGINS_WITHIN_MS
  expect(await window.take(2)).toHaveLength(2)
})
