import fc from 'fast-check'
import { expect, it } from 'vitest'
import { binomialMass } from '../distributions/saddle-point.ts'
import { shareInterval, wilson } from './wilson.ts'

it.each([20, 50, 100, 400, 1_000])('covers the share at least 93 times in 100, with %i answers', (n) => {
  for (const p of [0.5, 0.7, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99]) {
    let covered = 0
    for (let x = 0; x <= n; x++) {
      const { lower, upper } = shareInterval(x / n, n, 0.95)
      if (lower <= p && p <= upper) covered += binomialMass(x, n, p)
    }
    expect([p, covered >= 0.93]).toEqual([p, true])
  }
})

it('is Wilson’s with five answers on each side, and never narrower', () => {
  const answers = fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.nat(n) }))
  fc.assert(
    fc.property(answers, ({ n, x }) => {
      const [interval, score] = [shareInterval(x / n, n, 0.95), wilson({ x, n, level: 0.95 })]
      if (Math.min(x, n - x) >= 5) expect(interval).toEqual({ lower: score.lower, upper: score.upper })
      expect(interval.lower).toBeLessThanOrEqual(score.lower)
      expect(interval.upper).toBeGreaterThanOrEqual(score.upper)
    }),
  )
})

it('rises with the satisfied answers', () => {
  for (const n of [1, 5, 9, 10, 11, 20, 100, 1_000])
    for (let x = 1; x <= n; x++) {
      const [less, more] = [shareInterval((x - 1) / n, n, 0.95), shareInterval(x / n, n, 0.95)]
      expect([n, x, more.lower >= less.lower, more.upper >= less.upper]).toEqual([n, x, true, true])
    }
})
