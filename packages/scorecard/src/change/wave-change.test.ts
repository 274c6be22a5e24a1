import { expect, it } from 'vitest'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { publish } from '../publish/publish.ts'
import { contextOf, waveFacts } from '../testing/example-facts.ts'
import { waveChange } from './wave-change.ts'

const context = contextOf('2025-H2', '2025-12-31')
const counted = (n: number, top: number) =>
  publish(judgeCustomerSatisfaction(waveFacts([0, 0, n - top, top, 0]), context))
const cell = (region: string, [opinions, satisfied]: readonly [number, number]) => ({
  ...{ categories: { region }, baseWeight: 1, opinions, satisfied },
})
function weighted(east: readonly [number, number], west: readonly [number, number]) {
  const [n, x] = [east[0] + west[0], east[1] + west[1]]
  const facts = { cells: [cell('east', east), cell('west', west)], margins: { region: { east: 5_000, west: 5_000 } } }
  return publish(judgeCustomerSatisfaction(waveFacts([0, 0, n - x, x, 0], facts), context))
}

it('weighted shares decide, even where the counts show a change', () => {
  // More of the satisfied east answered the second time: the count rises, the weighted share does not.
  const change = waveChange(weighted([300, 270], [300, 180]), weighted([500, 450], [100, 60]))
  expect(change?.unweighted.strength).toBe('demonstrated')
  expect(change?.weighted).toMatchObject({ before: 0.75, after: 0.75, difference: 0, strength: 'could-be-chance' })
})

it('counts are compared at the level that the claims of a wave share, widened by the rounding', () => {
  const change = waveChange(counted(1_000, 800), counted(1_000, 873))
  expect(change?.weighted).toBeNull()
  // Newcombe's interval at 98 % is 3.48 to 11.10 points; each share is rounded down to a tenth.
  expect(change?.unweighted).toMatchObject({ before: 0.8, after: 0.873, difference: 0.073, strength: 'demonstrated' })
  expect(change?.unweighted.interval.level).toBe(0.98)
  expect(change?.unweighted.interval.lower).toBeLessThan(0.0348)
  expect(change?.unweighted.interval.upper).toBeGreaterThan(0.111)
  const season = waveChange(counted(1_000, 800), counted(1_000, 873), 'season')
  expect(season?.unweighted.interval.level).toBe(0.99)
})

it('the smallest change that is found 80 times in 100 is found so often', () => {
  const { rise } = waveChange(counted(400, 320), counted(400, 320))!.unweighted.detectable
  expect(rise).toBeGreaterThan(0.08)
  expect(rise).toBeLessThan(0.1)
})

it('nothing is compared without both shares', () => {
  expect(waveChange(counted(4, 4), counted(100, 90))).toBeNull()
  expect(waveChange(counted(100, 90), counted(400, 399))).toBeNull()
})
