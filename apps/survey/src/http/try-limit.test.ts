import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tryLimit } from './try-limit.ts'

it('a try is counted up to the limit, and again after the time has passed', () => {
  const limit = tryLimit(2, 1000)
  expect([0, 500, 999, 1000, 1499, 1500].map((now) => limit.count(now))).toEqual([true, true, false, true, false, true])
})

it('at most the limit is counted within the time, for any sequence of tries', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (pauses) => {
      const limit = tryLimit(5, 1000)
      let now = 0
      const countedTimes = pauses.flatMap((wait) => {
        now += wait
        return limit.count(now) ? [now] : []
      })
      for (const from of countedTimes)
        expect(countedTimes.filter((at) => at >= from && at < from + 1000).length).toBeLessThan(6)
    }),
  )
})
