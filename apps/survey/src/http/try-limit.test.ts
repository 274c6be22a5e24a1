import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tryLimit } from './try-limit.ts'

it('counts up to the most, and again as time passes', () => {
  const limit = tryLimit(2, 1000)
  expect([0, 500, 999, 1000, 1499, 1500].map((now) => limit.count(now))).toEqual([true, true, false, true, false, true])
})

it('never counts more than the most within the time, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (waits) => {
      const limit = tryLimit(5, 1000)
      let now = 0
      const counted = waits.flatMap((wait) => {
        now += wait
        return limit.count(now) ? [now] : []
      })
      for (const from of counted) expect(counted.filter((at) => at >= from && at < from + 1000).length).toBeLessThan(6)
    }),
  )
})
