import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rateWindow } from './rate-window.ts'

/** A stopwatch in milliseconds that a test moves on. */
function machine() {
  let now = 0
  const due: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => {
        due.push({ at: now + milliseconds, wake })
      }),
    async pass(milliseconds: number) {
      now += milliseconds
      for (const each of due.splice(0)) {
        if (each.at <= now) each.wake()
        else due.push(each)
      }
      await Promise.resolve()
    },
  }
}

it('begins at most so many letters in any minute, however places are taken and given back, and never runs dry', async () => {
  const steps = fc.array(fc.record({ wanted: fc.nat(6), used: fc.nat(6), kept: fc.nat(6), pause: fc.nat(40_000) }), {
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 8 }), async (all, most) => {
      const { now, sleep, pass } = machine()
      const window = rateWindow(most, sleep)
      const begun: number[] = []
      for (const { wanted, used, kept, pause } of all) {
        const places = window.take(wanted)
        expect(places.length).toBeLessThanOrEqual(wanted)
        for (const place of places.slice(kept)) place.giveBack()
        await pass(pause)
        for (const place of places.slice(0, Math.min(kept, used))) {
          place.use()
          begun.push(now())
        }
        for (const place of places) place.giveBack()
      }
      for (const at of begun)
        expect(begun.filter((each) => each >= at && each < at + 60_000).length).toBeLessThanOrEqual(most)
      await pass(60_000)
      expect(window.take(99)).toHaveLength(most)
    }),
    { numRuns: 200 },
  )
})

it('lets one letter begin for each place', () => {
  const places = rateWindow(3, machine().sleep).take(5)
  expect(places).toHaveLength(3)
  for (const place of places) place.use()
  for (const place of places) expect(() => place.use()).toThrow(RangeError)
})

it('frees a place once, whether it was used or given back', () => {
  const window = rateWindow(2, machine().sleep)
  const [used, unused] = window.take(2)
  used?.use()
  used?.giveBack()
  unused?.giveBack()
  unused?.giveBack()
  expect(window.take(9)).toHaveLength(1)
})
