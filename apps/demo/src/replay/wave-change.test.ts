import { twoProportions } from '@wayproof/statistics/proportions/two-proportions'
import { weightedMean } from '@wayproof/statistics/weighting/weighted'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedWave, type WeighedAnswers, waveChange } from './wave-change.ts'

const counted = (weighed: readonly WeighedAnswers[]): CountedWave => {
  const sum = (of: (answers: WeighedAnswers) => number) => weighed.reduce((all, answers) => all + of(answers), 0)
  return { satisfied: { numerator: sum(({ x }) => x), denominator: sum(({ n }) => n) }, weighed }
}

const answers = fc
  .record({ weight: fc.constantFrom(0.4, 1, 2.5), n: fc.integer({ min: 1, max: 60 }), k: fc.nat(60) })
  .map(({ weight, n, k }) => ({ weight, n, x: k % (n + 1) }))
const wave = fc.array(answers, { minLength: 1, maxLength: 4 }).map(counted)

/** One row per answer. */
function rowByRow({ weighed }: CountedWave) {
  const rows = (weighed ?? []).flatMap(({ weight, n, x }) =>
    Array.from({ length: n }, (_, i) => ({ weight, score: i < x ? 5 : 1 })),
  )
  return weightedMean({ score: rows.map(({ score }) => score), weights: rows.map(({ weight }) => weight) })
}

describe('the change between two waves', () => {
  it('equals weighted shares and z-tests computed answer by answer', () => {
    fc.assert(
      fc.property(wave, wave, (countedWave, two) => {
        const { weighted } = waveChange(countedWave, two)
        const [before, after] = [rowByRow(countedWave), rowByRow(two)]
        expect(weighted!.before).toBeCloseTo(before.top2!, 10)
        expect(weighted!.after).toBeCloseTo(after.top2!, 10)
        if (before.seTop2 === null || after.seTop2 === null) expect(weighted!.interval).toBeNull()
        else {
          const reach = 1.959963984540054 * Math.hypot(before.seTop2, after.seTop2)
          expect(weighted!.interval!.upper).toBeCloseTo(after.top2! - before.top2! + reach, 9)
        }
      }),
    )
  })

  it('uses plain counts if no weights are known', () => {
    const change = waveChange(
      { ...counted([{ weight: 1, n: 200, x: 150 }]), weighed: null },
      counted([{ weight: 1, n: 100, x: 90 }]),
    )
    expect(change.weighted).toBeNull()
    const { fisherP, newcombeLower } = twoProportions({ x1: 150, n1: 200, x2: 90, n2: 100 })
    expect(change.unweighted).toMatchObject({ before: 0.75, after: 0.9, p: fisherP })
    expect(change.unweighted.interval!.lower).toBe(newcombeLower)
    expect(change.unweighted.detectable.rise).toBeGreaterThan(0.1)
  })

  it('may fall by count but not by weight: the heavily weighted answers stayed', () => {
    const before = counted([
      { weight: 0.2, n: 800, x: 700 },
      { weight: 4, n: 200, x: 170 },
    ])
    const after = counted([
      { weight: 0.2, n: 800, x: 640 },
      { weight: 4, n: 200, x: 170 },
    ])
    const { unweighted, weighted } = waveChange(before, after)
    expect(unweighted.p).toBeLessThan(0.001)
    expect(unweighted.interval!.upper).toBeLessThan(0)
    expect(weighted!.p).toBeGreaterThan(0.5)
    expect(weighted!.interval!.lower).toBeLessThan(0)
    expect(weighted!.interval!.upper).toBeGreaterThan(0)
  })

  it('is null for a wave without answers', () => {
    const { unweighted, weighted } = waveChange(counted([]), counted([{ weight: 1, n: 10, x: 9 }]))
    const nothing = { before: null, difference: null, interval: null, p: null, detectable: { rise: null, fall: null } }
    expect(unweighted).toMatchObject(nothing)
    expect(weighted).toMatchObject(nothing)
  })
})
