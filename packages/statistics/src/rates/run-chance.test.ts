import fc from 'fast-check'
import { expect, it } from 'vitest'
import { poissonAtMost } from '../distributions/poisson.ts'
import { runChance } from './run-chance.ts'

const mass = (count: number, mean: number) => poissonAtMost({ count, mean }) - poissonAtMost({ count: count - 1, mean })

/** Sums over all sequences of sides. */
function byEnumeration(length: number, means: readonly (number | null)[]): number {
  const visit = (at: number, side: number, run: number): number => {
    if (run >= length) return 1
    if (at === means.length) return 0
    const mean = means[at]
    if (mean === null || mean === undefined) return visit(at + 1, 0, 0)
    const below = poissonAtMost({ count: Math.ceil(mean) - 1, mean })
    const level = Number.isInteger(mean) ? mass(mean, mean) : 0
    const step = (next: number) => visit(at + 1, next, next === side ? run + 1 : 1)
    return below * step(-1) + level * visit(at + 1, 0, 0) + (1 - below - level) * step(1)
  }
  return visit(0, 0, 0)
}

const means = fc.array(fc.option(fc.constantFrom(0.25, 0.75, 1, 1.25, 2, 4)), { minLength: 1, maxLength: 8 })

it('the chance of a run is the sum over all sequences', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), means, (length, values) => {
      expect(runChance({ length, means: values })).toBeCloseTo(byEnumeration(length, values), 12)
    }),
  )
})

it('a run longer than its chart has no chance', () => {
  expect(runChance({ length: 8, means: [1, 1, 1] })).toBe(0)
  expect(runChance({ length: 2, means: [1, null, 1] })).toBe(0)
})
