import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialVsTarget } from './target-test.ts'

const tests = fc
  .record({
    n: fc.integer({ min: 1, max: 1_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    target: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  })
  .map(({ n, share, target }) => ({ x: Math.round(n * share), n, target }))

/** The definition, term by term. */
function byHand(x: number, n: number, p: number): number {
  const masses: number[] = []
  let mass = (1 - p) ** n
  for (let k = 0; k <= n; k++) {
    masses.push(mass)
    mass *= ((n - k) / (k + 1)) * (p / (1 - p))
  }
  return masses.filter((each) => each <= masses[x]! * (1 + 1e-7)).reduce((sum, each) => sum + each, 0)
}

describe('a share against a target', () => {
  it('gives probabilities between 0 and 1', () => {
    fc.assert(
      fc.property(tests, (test) => {
        for (const p of Object.values(binomialVsTarget(test))) {
          expect(p).toBeGreaterThanOrEqual(0)
          expect(p).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is complete: P(X <= x) and P(X >= x + 1) sum to 1', () => {
    fc.assert(
      fc.property(tests, ({ x, n, target }) => {
        const nextPValue = x < n ? binomialVsTarget({ x: x + 1, n, target }).pGreater : 0
        expect(binomialVsTarget({ x, n, target }).pLess + nextPValue).toBeCloseTo(1, 12)
      }),
    )
  })

  it('sums all outcomes that are not more likely', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (n, k, p) => {
          const x = k % (n + 1)
          expect(binomialVsTarget({ x, n, target: p }).pTwoSided).toBeCloseTo(Math.min(1, byHand(x, n, p)), 9)
        },
      ),
    )
  })

  it('has a higher posterior probability with every success', () => {
    fc.assert(
      fc.property(tests, ({ x, n, target }) => {
        fc.pre(x < n)
        const one = binomialVsTarget({ x, n, target }).posteriorAtLeast
        expect(binomialVsTarget({ x: x + 1, n, target }).posteriorAtLeast).toBeGreaterThanOrEqual(one)
      }),
    )
  })

  it('handles the targets 0 and 1', () => {
    expect(binomialVsTarget({ x: 5, n: 5, target: 1 })).toEqual({
      pLess: 1,
      pGreater: 1,
      pTwoSided: 1,
      posteriorAtLeast: 0,
    })
    expect(binomialVsTarget({ x: 4, n: 5, target: 1 }).pTwoSided).toBe(0)
    expect(binomialVsTarget({ x: 0, n: 5, target: 0 }).pTwoSided).toBe(1)
  })
})
