import fc from 'fast-check'
import { expect, it } from 'vitest'
import { betaBinomialAtLeast } from './beta-binomial.ts'
import { betaCdf } from './distributions.ts'

const upTo = (x: number, a: number, b: number): number => betaCdf({ x, a, b }).value ?? Number.NaN

it('is even over all counts if every probability is equally likely', () => {
  for (const least of [0, 1, 7, 12, 13]) expect(betaBinomialAtLeast(least, 12, 1, 1)).toBeCloseTo((13 - least) / 13, 12)
})

it('is the binomial tail averaged over its beta distribution', () => {
  const [n, a, b, least, steps] = [9, 3.5, 2.5, 6, 2_000]
  let mean = 0
  for (let i = 0; i < steps; i++) {
    const weight = upTo((i + 1) / steps, a, b) - upTo(i / steps, a, b)
    mean += weight * upTo((i + 0.5) / steps, least, n - least + 1)
  }
  expect(betaBinomialAtLeast(least, n, a, b)).toBeCloseTo(mean, 6)
})

it('falls with the count that is asked for, and stays between 0 and 1', () => {
  const shape = fc.double({ min: 0.5, max: 1500, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), shape, shape, (n, count, a, b) => {
      const least = Math.min(n, count)
      const p = betaBinomialAtLeast(least, n, a, b)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(betaBinomialAtLeast(least + 1, n, a, b)).toBeLessThanOrEqual(p)
    }),
  )
})
