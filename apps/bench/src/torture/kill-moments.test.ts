import { random } from '@wayproof/sample-company/random'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { killMoments } from './kill-again-and-again.ts'

it('returns the requested number of moments in order, each with work left, and the same for the same seed', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 20_000 }),
      (seed, kills, work) => {
        const moments = killMoments(random(seed), kills, work)
        expect(moments).toHaveLength(kills)
        const points = moments.map(({ after }) => after)
        expect(points).toEqual(points.toSorted((a, b) => a - b))
        expect(Math.max(0, ...points)).toBeLessThan(work)
        expect(killMoments(random(seed), kills, work)).toEqual(moments)
      },
    ),
  )
})
