import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postStratify } from './post-stratify.ts'
import { stratifiedMean } from './stratified.ts'

const score = fc.integer({ min: 1, max: 5 })
const group = fc.array(score, { minLength: 2, maxLength: 20 })

describe('post-stratification', () => {
  it('matches its margin and equals the group means weighted by it', () => {
    fc.assert(
      fc.property(group, group, fc.integer({ min: 1, max: 999 }), (north, south, size) => {
        const rows = [
          ...north.map((score) => ({ region: 'north', score })),
          ...south.map((score) => ({ region: 'south', score })),
        ]
        const { weights, weightedTop2 } = postStratify({
          rows,
          baseWeight: 3,
          margin: { north: size, south: 1000 - size },
        })
        expect(weights.slice(0, north.length).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(size, 8)
        const top = (scores: readonly number[]) => scores.filter((given) => given >= 4).length / scores.length
        expect(weightedTop2).toBeCloseTo((size * top(north) + (1000 - size) * top(south)) / 1000, 10)
      }),
    )
  })

  it('has no estimate without rows', () => {
    expect(postStratify({ rows: [], baseWeight: 1, margin: { a: 5 } })).toEqual({
      weights: [],
      weightedTop2: null,
      se: null,
    })
  })
})

describe('a stratified mean', () => {
  it('equals the mean for one stratum, with the error of sampling without replacement', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 20, max: 500 }), (y, N) => {
        const { mean, se } = stratifiedMean({ strata: y.map(() => 'a'), y, N: { a: N } })
        const unweighted = y.reduce((sum, value) => sum + value, 0) / y.length
        const spread = y.reduce((sum, value) => sum + (value - unweighted) ** 2, 0) / (y.length - 1)
        expect(mean).toBeCloseTo(unweighted, 12)
        expect(se).toBeCloseTo(Math.sqrt(((1 - y.length / N) * spread) / y.length), 12)
      }),
    )
  })

  it('has no error if everyone answered', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const strata = [...a.map(() => 'a'), ...b.map(() => 'b')]
        expect(stratifiedMean({ strata, y: [...a, ...b], N: { a: a.length, b: b.length } }).se).toBe(0)
      }),
    )
  })

  it('has no error with a single answer and no mean with a stratum without answers, and excludes an empty stratum', () => {
    const singleStratum = { strata: ['a', 'b', 'b'], y: [1, 0, 1] }
    expect(stratifiedMean({ ...singleStratum, N: { a: 10, b: 10 } })).toEqual({ mean: 0.75, se: null })
    expect(stratifiedMean({ ...singleStratum, N: { a: 10, b: 10, c: 1 } })).toEqual({ mean: null, se: null })
    expect(stratifiedMean({ ...singleStratum, N: { a: 1, b: 2, c: 0 } })).toMatchObject({ se: 0 })
    expect(stratifiedMean({ strata: [], y: [], N: {} })).toEqual({ mean: null, se: null })
  })
})
