import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_ENDS, restartAfter } from './supervise-apps.ts'

const MINUTES_10 = 600_000

test('an app that keeps ending is restarted with a growing delay, but not after the fifth end in ten minutes', () => {
  const ends = [0, 1_000, 3_000, 7_000, 15_000]
  const delays = ends.map((_, index) => restartAfter(ends.slice(0, index + 1)).delay)
  expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, null])
})

test('an app is given up exactly if it ended five times within ten minutes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20 * 60_000), { minLength: 1, maxLength: 30 }), (times) => {
      const ordered = times.toSorted((a, b) => a - b)
      const last = ordered.at(-1) ?? 0
      let recent = 0
      for (const time of ordered) if (last - time < MINUTES_10) recent += 1
      const { ends, delay } = restartAfter(ordered)
      expect(ends).toBe(recent)
      expect(delay === null).toBe(recent >= MAX_ENDS)
    }),
  )
})
