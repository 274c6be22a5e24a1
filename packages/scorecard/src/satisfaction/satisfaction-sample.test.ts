import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestSatisfied, sampleNeed } from './satisfaction-sample.ts'

test.each([
  [0.03, 545],
  [0.05, 196],
  [0.02, 1_225],
])('± %f at the target needs %i answers of a very large population', (margin, completes) => {
  expect(sampleNeed({ population: 1e9, margin, responseRate: 0.25 })).toEqual({
    completes,
    invitations: completes * 4,
  })
})

test('a small population never needs more than itself, and a finer margin never fewer answers', () => {
  const share = fc.double({ min: 0.005, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), share, share, (population, margin, responseRate) => {
      const { completes, invitations } = sampleNeed({ population, margin, responseRate })
      expect(completes).toBeGreaterThanOrEqual(1)
      expect(completes).toBeLessThanOrEqual(population)
      expect(invitations * responseRate).toBeGreaterThanOrEqual(completes * (1 - 1e-9))
      expect(sampleNeed({ population, margin: margin / 2, responseRate }).completes).toBeGreaterThanOrEqual(completes)
      expect(sampleNeed({ population: population * 2, margin, responseRate }).completes).toBeGreaterThanOrEqual(
        completes,
      )
    }),
  )
})

test('the share that proves the target falls towards it with more answers', () => {
  expect([fewestSatisfied(21), fewestSatisfied(100)]).toEqual([null, 92])
  const shares = [25, 100, 400, 1_600, 6_400].map((n) => (fewestSatisfied(n) ?? Number.NaN) / n)
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(shares.at(-1)).toBeGreaterThan(0.85)
})
