import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rateWindow } from './rate-window.ts'

/** Time in milliseconds that passes when it is told to. */
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

it('begins at most so many letters in any minute, whoever asks and gives back when, and never jams', async () => {
  const steps = fc.array(fc.record({ wanted: fc.nat(6), used: fc.nat(6), kept: fc.nat(6), pause: fc.nat(40_000) }), {
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 8 }), async (all, most) => {
      const { now, sleep, pass } = machine()
      const window = rateWindow(most, sleep)
      const begun: number[] = []
      for (const { wanted, used, kept, pause } of all) {
        const places = window.reserve(wanted)
        expect(places.left).toBeLessThanOrEqual(wanted)
        places.keep(kept)
        await pass(pause)
        for (let n = Math.min(used, places.left); n > 0; n -= 1) {
          places.use()
          begun.push(now())
        }
        places.keep(0)
      }
      for (const at of begun)
        expect(begun.filter((each) => each >= at && each < at + 60_000).length).toBeLessThanOrEqual(most)
      await pass(60_000)
      expect(window.reserve(99).left).toBe(most)
    }),
    { numRuns: 200 },
  )
})

it('has no place for more letters than it gave', () => {
  const places = rateWindow(3, machine().sleep).reserve(5)
  for (let n = 0; n < 3; n += 1) places.use()
  expect(() => places.use()).toThrow(RangeError)
})
