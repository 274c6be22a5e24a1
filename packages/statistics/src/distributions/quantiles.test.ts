import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta } from './incomplete-beta.ts'
import { betaInverse, studentInverse } from './quantiles.ts'

const shape = fc.oneof(fc.double({ min: 0.3, max: 5, noNaN: true }), fc.double({ min: 5, max: 1e6, noNaN: true }))
const lowHalf = fc.oneof(
  fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
  fc.double({ min: 1, max: 15, noNaN: true }).map((digits) => 10 ** -digits),
)

test('the beta quantile has the requested probability below it', () => {
  fc.assert(
    fc.property(lowHalf, shape, shape, (p, a, b) => {
      const x = betaInverse(p, a, b)
      // If x is close to 1, no double matches the requested probability more exactly.
      fc.pre(x < 1 - 1e-6)
      expect(incompleteBeta(x, a, b).lower / p).toBeCloseTo(1, 8)
      // The upper tail, from the other side; 1 - p has lost digits of a small p.
      if (p > 1e-3) expect(betaInverse(1 - p, b, a)).toBeCloseTo(1 - x, 9)
    }),
  )
})

test("the quantile of Student's t agrees with the beta distribution and is symmetric", () => {
  const degrees = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.5, max: 1e5, noNaN: true }))
  fc.assert(
    fc.property(lowHalf, degrees, (p, df) => {
      const t = studentInverse(p, df)
      const [x, y] = [df / (df + t * t), (t * t) / (df + t * t)]
      // Half of the probability outside or of the rest, whichever keeps its precision. x is rounded, and its power of
      // df/2 makes that 1e-11 for many degrees of freedom.
      const { lower, upper } = incompleteBeta(x, df / 2, 0.5, y)
      if (p < 0.25) expect(lower / 2 / p).toBeCloseTo(1, 8)
      else expect(upper / 2).toBeCloseTo(0.5 - p, 10)
      if (p > 1e-3 && p < 0.49) expect(studentInverse(1 - p, df) / -t).toBeCloseTo(1, 8)
    }),
  )
})

test('quantiles match closed forms: Cauchy, two degrees of freedom, an even and a power distribution', () => {
  for (const p of [1e-9, 0.01, 0.2, 0.25, 0.3, 0.4999999]) {
    const cauchy = p < 0.25 ? 1 / Math.tan(Math.PI * p) : Math.tan(Math.PI * (0.5 - p))
    expect(studentInverse(p, 1) / -cauchy).toBeCloseTo(1, 9)
    expect(studentInverse(p, 2) / ((2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeCloseTo(1, 9)
    expect(betaInverse(p, 1, 1)).toBeCloseTo(p, 14)
    expect(betaInverse(p, 3, 1) / p ** (1 / 3)).toBeCloseTo(1, 12)
  }
})

test('quantiles at 0 and 1 are the ends of the distribution, and invalid probabilities or shapes have none', () => {
  expect([0, 1].map((p) => betaInverse(p, 2, 3))).toEqual([0, 1])
  expect([0, 0.5, 1].map((p) => studentInverse(p, 3))).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY])
  for (const invalid of [-0.1, 1.1, Number.NaN]) {
    expect([betaInverse(invalid, 2, 3), studentInverse(invalid, 3)]).toEqual([Number.NaN, Number.NaN])
  }
  expect([betaInverse(0.5, 0, 1), betaInverse(0.5, 1, -1), studentInverse(0.3, 0)]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
})
