import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netPromoters, weightedNetPromoters } from './net-promoters.ts'

const level = 0.95
const answers = fc
  .record({ n: fc.integer({ min: 1, max: 400 }), promoters: fc.nat(400), detractors: fc.nat(400) })
  .map(({ n, promoters, detractors }) => ({
    n,
    promoters: promoters % (n + 1),
    detractors: detractors % (n + 1 - (promoters % (n + 1))),
  }))

test('the interval lies between -1 and 1, has a width, and mirrors if promoters and detractors are exchanged', () => {
  fc.assert(
    fc.property(answers, ({ n, promoters, detractors }) => {
      const { estimate, lower, upper } = netPromoters({ n, promoters, detractors, level })
      expect(estimate).toBeCloseTo((promoters - detractors) / n, 12)
      expect(lower).toBeGreaterThanOrEqual(-1)
      expect(upper).toBeLessThanOrEqual(1)
      expect(upper).toBeGreaterThan(lower)
      const mirrored = netPromoters({ n, promoters: detractors, detractors: promoters, level })
      expect(mirrored.lower).toBeCloseTo(-upper, 12)
      expect(mirrored.upper).toBeCloseTo(-lower, 12)
    }),
  )
})

test('it covers the true difference in about 95 of 100 samples, also where nearly all agree', () => {
  for (const [promoter, detractor] of [
    [0.5, 0.2],
    [0.95, 0.01],
    [0.2, 0.6],
  ] as const) {
    let covered = 0
    let seed = 115
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    for (let sample = 0; sample < 2_000; sample++) {
      const draws = Array.from({ length: 60 }, random)
      const promoters = draws.filter((draw) => draw < promoter).length
      const detractors = draws.filter((draw) => draw >= 1 - detractor).length
      const { lower, upper } = netPromoters({ n: 60, promoters, detractors, level })
      if (lower <= promoter - detractor && promoter - detractor <= upper) covered += 1
    }
    expect(covered / 2_000).toBeGreaterThan(0.925)
    expect(covered / 2_000).toBeLessThan(0.995)
  }
})

test('nobody has no estimate, and one weighted answer has no error', () => {
  expect(netPromoters({ n: 0, promoters: 0, detractors: 0, level })).toEqual({ estimate: null, lower: -1, upper: 1 })
  expect(weightedNetPromoters({ score: [10], weights: [2], level })).toEqual({
    estimate: 1,
    se: null,
    lower: -1,
    upper: 1,
  })
})

test('equal weights give the unweighted estimate, and a weight of 2 the estimate of two such answers', () => {
  const one = weightedNetPromoters({ score: [10, 8, 3], weights: [2, 1, 1], level })
  expect(one.estimate).toBeCloseTo(
    netPromoters({ n: 4, promoters: 2, detractors: 1, level }).estimate ?? Number.NaN,
    12,
  )
})
