import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta } from './incomplete-beta.ts'
import { betaInverse, studentInverse } from './quantiles.ts'

const shape = fc.oneof(fc.double({ min: 0.3, max: 5, noNaN: true }), fc.double({ min: 5, max: 1e6, noNaN: true }))
const lowHalf = fc.oneof(
  fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
  fc.double({ min: 1, max: 15, noNaN: true }).map((digits) => 10 ** -digits),
)

test('of a beta distribution, the quantile leaves the share below it that was asked for', () => {
  fc.assert(
    fc.property(lowHalf, shape, shape, (p, a, b) => {
      const x = betaInverse(p, a, b)
      // Where x is a hair below 1 there is no double that leaves more exactly what was asked.
      fc.pre(x < 1 - 1e-6)
      expect(incompleteBeta(x, a, b).lower / p).toBeCloseTo(1, 8)
      // The distribution of the rest, from the other side; 1 - p has lost digits of a small p.
      if (p > 1e-3) expect(betaInverse(1 - p, b, a)).toBeCloseTo(1 - x, 9)
    }),
  )
})

test("of Student's t, the quantile of a tail agrees with the beta distribution, and both sides are alike", () => {
  const degrees = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.5, max: 1e5, noNaN: true }))
  fc.assert(
    fc.property(lowHalf, degrees, (p, df) => {
      const t = studentInverse(p, df)
      const [x, y] = [df / (df + t * t), (t * t) / (df + t * t)]
      // Half of what lies outside, or half of what does not: whichever keeps its digits. x is rounded, and to the power of
      // half the degrees that is 1e-11 where there are many.
      const { lower, upper } = incompleteBeta(x, df / 2, 0.5, y)
      if (p < 0.25) expect(lower / 2 / p).toBeCloseTo(1, 8)
      else expect(upper / 2).toBeCloseTo(0.5 - p, 10)
      if (p > 1e-3 && p < 0.49) expect(studentInverse(1 - p, df) / -t).toBeCloseTo(1, 8)
    }),
  )
})

test('in closed form: Cauchy, two degrees, an even and a power distribution', () => {
  for (const p of [1e-9, 0.01, 0.2, 0.25, 0.3, 0.4999999]) {
    const cauchy = p < 0.25 ? 1 / Math.tan(Math.PI * p) : Math.tan(Math.PI * (0.5 - p))
    expect(studentInverse(p, 1) / -cauchy).toBeCloseTo(1, 9)
    expect(studentInverse(p, 2) / ((2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeCloseTo(1, 9)
    expect(betaInverse(p, 1, 1)).toBeCloseTo(p, 14)
    expect(betaInverse(p, 3, 1) / p ** (1 / 3)).toBeCloseTo(1, 12)
  }
})

test('the ends are the ends of the distribution, and what is no share or no shape has none', () => {
  expect([0, 1].map((p) => betaInverse(p, 2, 3))).toEqual([0, 1])
  expect([0, 0.5, 1].map((p) => studentInverse(p, 3))).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY])
  for (const wrong of [-0.1, 1.1, Number.NaN]) {
    expect([betaInverse(wrong, 2, 3), studentInverse(wrong, 3)]).toEqual([Number.NaN, Number.NaN])
  }
  expect([betaInverse(0.5, 0, 1), betaInverse(0.5, 1, -1), studentInverse(0.3, 0)]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
})
