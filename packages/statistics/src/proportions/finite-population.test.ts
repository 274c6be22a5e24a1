import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proportionFpc } from './finite-population.ts'
import { sampleSizeFpc } from './sample-size.ts'

const samples = fc
  .tuple(fc.integer({ min: 2, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1_000_000))
  .map(([N, draw, k]) => ({ N, n: Math.max(1, Math.round(N * draw)), k }))
  .map(({ N, n, k }) => ({ N, n, x: k % (n + 1), level: 0.95 }))

describe('a share of a finite population', () => {
  it('has exact bounds in whole people that agree with the answers in the sample', () => {
    fc.assert(
      fc.property(samples, ({ x, n, N, level }) => {
        const { hyperLower, hyperUpper } = proportionFpc({ x, n, N, level })
        expect(hyperLower * N).toBeCloseTo(Math.round(hyperLower * N), 6)
        expect(hyperLower * N).toBeGreaterThanOrEqual(x - 1e-6)
        expect(hyperUpper * N).toBeLessThanOrEqual(N - (n - x) + 1e-6)
        expect(hyperLower).toBeLessThanOrEqual(hyperUpper)
      }),
    )
  })

  it('is certain once everyone answered', () => {
    expect(proportionFpc({ x: 3, n: 4, N: 4, level: 0.95 })).toEqual({
      seFpc: 0,
      nEff: null,
      wilsonFpcLower: 0.75,
      wilsonFpcUpper: 0.75,
      hyperLower: 0.75,
      hyperUpper: 0.75,
    })
  })

  it('has no standard error with one answer', () => {
    expect(proportionFpc({ x: 1, n: 1, N: 10, level: 0.95 }).seFpc).toBeNull()
  })
})

describe('the required sample size', () => {
  it('never exceeds the population or the size for an infinite one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.005, max: 0.1, noNaN: true }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (p, margin, N) => {
          const { n0, n, nCeil } = sampleSizeFpc({ p, margin, N, level: 0.95 })
          expect(n).toBeLessThanOrEqual(Math.max(n0!, 1) * (1 + 1e-12))
          expect(nCeil).toBeLessThanOrEqual(N)
        },
      ),
    )
  })

  it('is undefined without a margin', () => {
    expect(sampleSizeFpc({ p: 0.85, margin: 0, N: 100, level: 0.95 })).toEqual({ n0: null, n: null, nCeil: null })
  })
})
