import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { hybridInterval } from '@wayproof/statistics/proportions/hybrid-interval'
import { shareInterval } from '@wayproof/statistics/proportions/wilson'
import { shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import { questionChanges } from './question-changes.ts'
import { chanceOfChange } from './share-change.ts'

const K = 5
const figure = (value: number, people = 300): Extract<GroupFigure, { kind: 'shown' }> => ({
  kind: 'shown',
  people,
  topTwo: { kind: 'at', value },
  interval: { lower: 0, upper: 1, level: 0.95 },
  withoutOpinion: { kind: 'at', value: 0 },
})

test('only the compared questions share the chance, and a share that is not shown has no change', () => {
  const before = figure(0.7)
  const beyond = { ...before, topTwo: { kind: 'above', value: 0.95 } } as const
  const same = { now: before, before }
  const changed = { now: figure(0.85), before }
  const notShown = [
    { now: before, before: beyond },
    { now: before, before: { kind: 'hidden' } },
    { now: { kind: 'absent' }, before },
  ] as const
  expect(questionChanges([...notShown, changed, same])).toEqual([
    ...[null, null, null],
    { difference: expect.closeTo(0.15, 9), strength: 'demonstrated' },
    { difference: 0, strength: 'could-be-chance' },
  ])
  // A change that stands alone is lost among nine, whose chance it shares.
  const slight = { now: figure(0.8), before }
  expect(questionChanges([slight])[0]?.strength).toBe('demonstrated')
  expect(questionChanges([slight, ...Array.from({ length: 8 }, () => same)])[0]?.strength).toBe('could-be-chance')
})

test('the published shares are compared as if their rounding had done its worst', () => {
  const wave = fc.integer({ min: 100, max: 30_000 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }))
  fc.assert(
    fc.property(wave, wave, (before, now) => {
      const shown = ({ n, k }: { readonly n: number; readonly k: number }) => {
        const people = shownPeople(n, K)
        const topTwo = shownShare(k, n, people)
        return topTwo.kind === 'at' ? { share: topTwo.value, effective: people, parts: 100, rounded: 'nearest' } : null
      }
      const [was, is] = [shown(before), shown(now)] as const
      if (!was || !is) return
      const chance = chanceOfChange({ ...was, rounded: 'nearest' }, { ...is, rounded: 'nearest' }, 1)
      const around = ({ share, effective }: typeof was) => ({ share, ...shareInterval(share, effective, 1 - chance) })
      const { lower, upper } = hybridInterval(around(was), around(is))
      // At that level the interval touches the rounding of the two shares, or they differ by less.
      const edge = Math.max(lower, -upper)
      if (chance < 1 && chance > 1e-9) expect(edge).toBeCloseTo(0.01, 5)
      if (chance === 1) expect(Math.abs(is.share - was.share)).toBeLessThanOrEqual(0.01 + 1e-9)
    }),
  )
})

test.each([50, 500, 5_000, 20_000])(
  'at most one in 50 waves with %i answers and eight unchanged questions say that one has changed',
  (n) => {
    const random = seededRandom(n)
    const runs = 300
    const drawn = (share: number) => {
      let k = 0
      for (let i = 0; i < n; i++) k += Number(random() < share)
      const people = shownPeople(n, K)
      return { ...figure(0, people), topTwo: shownShare(k, n, people) }
    }
    let flagged = 0
    for (let run = 0; run < runs; run++) {
      // 0.795 lies where two published points meet.
      const questions = Array.from({ length: 8 }, (_, i) => (i < 4 ? 0.795 : 0.6 + i / 50))
      const changes = questionChanges(questions.map((share) => ({ now: drawn(share), before: drawn(share) })))
      flagged += Number(changes.some((change) => change?.strength === 'demonstrated'))
    }
    // 2 % and three standard errors of the simulation.
    expect(flagged / runs).toBeLessThanOrEqual(0.02 + 3 * Math.sqrt((0.02 * 0.98) / runs))
  },
)
