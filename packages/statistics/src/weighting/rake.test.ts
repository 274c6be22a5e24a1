import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rakeWeights } from './rake.ts'

const regions = ['north', 'south'] as const
const channels = ['app', 'web', 'branch'] as const
/** Every combination occurs at least once, so that every margin can be matched. */
const rows = fc
  .array(
    fc.record({
      region: fc.constantFrom(...regions),
      channel: fc.constantFrom(...channels),
      score: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 40 },
  )
  .map((extraRows) => [
    ...extraRows,
    ...regions.flatMap((region) => channels.map((channel) => ({ region, channel, score: 4 }))),
  ])
const margins = fc
  .tuple(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 100, max: 400 }))
  .map(([north, app]) => ({
    region: { north, south: 1000 - north },
    channel: { app, web: 300, branch: 700 - app },
  }))

describe('raking', () => {
  it('matches every margin', () => {
    fc.assert(
      fc.property(rows, margins, (rows, margins) => {
        const { weights } = rakeWeights({ rows, baseWeight: 10, margins })
        const sum = (name: 'region' | 'channel', category: string) =>
          rows.reduce((all, row, i) => all + (row[name] === category ? weights[i]! : 0), 0)
        expect(sum('region', 'north')).toBeCloseTo(margins.region.north, 6)
        expect(sum('channel', 'branch')).toBeCloseTo(margins.channel.branch, 6)
      }),
    )
  })

  it('does not depend on the size of equal base weights', () => {
    fc.assert(
      fc.property(rows, margins, (rows, margins) => {
        const light = rakeWeights({ rows, baseWeight: 1, margins })
        const heavy = rakeWeights({ rows, baseWeight: 250, margins })
        light.weights.forEach((weight, i) => {
          expect(heavy.weights[i]).toBeCloseTo(weight, 6)
        })
        expect(heavy.seRake).toBeCloseTo(light.seRake!, 9)
      }),
    )
  })

  it('has two error estimates that agree', () => {
    fc.assert(
      fc.property(rows, margins, (rows, margins) => {
        const { seRake, seGreg } = rakeWeights({ rows, baseWeight: 10, margins })
        expect(seRake).toBeCloseTo(seGreg!, 4)
      }),
    )
  })

  it('does not change with a margin collapsed to one category', () => {
    const twoRows = [
      { region: 'all', score: 5 },
      { region: 'all', score: 2 },
      { region: 'all', score: 4 },
    ]
    const raked = rakeWeights({ rows: twoRows, baseWeight: 1, margins: { region: { all: 30 } } })
    expect(raked.weights).toEqual([10, 10, 10])
    expect(raked.weightedTop2).toBeCloseTo(2 / 3, 12)
  })

  it('ignores an empty category, and leaves a row that no margin names unchanged', () => {
    const rows = [
      { region: 'north', score: 5 },
      { region: 'elsewhere', score: 3 },
    ]
    const margins = { region: { north: 40, south: 60 } }
    expect(rakeWeights({ rows, baseWeight: 2, margins }).weights).toEqual([40, 2])
  })

  it('has no effective sample size if everyone is satisfied, because the error is 0', () => {
    const rows = ['a', 'b', 'a'].map((region) => ({ region, score: 5 }))
    const raked = rakeWeights({ rows, baseWeight: 1, margins: { region: { a: 1, b: 2 } } })
    expect(raked).toMatchObject({ weightedTop2: 1, seRake: 0, nEffVar: null, betaCi: [null, null] })
    expect(raked).toMatchObject({ xlogitCi: [null, null], wilsonNeffVar: [null, null] })
  })

  it('has no estimate without rows', () => {
    expect(rakeWeights({ rows: [], baseWeight: 1, margins: {} })).toMatchObject({ weights: [], weightedTop2: null })
  })
})
