import { chiSquareGof } from '@wayproof/statistics/tables/chi-square'
import { expect, it } from 'vitest'
import { collapseMargins } from './collapse-margins.ts'
import { marginsApart } from './raked-satisfaction.ts'

const cell = (region: string, channel: string, opinions: number, baseWeight = 1) => {
  return { categories: { region, channel }, baseWeight, opinions, satisfied: 0 }
}
const margins = { region: { east: 6_000, west: 4_000 }, channel: { app: 5_000, shop: 5_000 } }
const apart = (...cells: readonly ReturnType<typeof cell>[]) => marginsApart(collapseMargins(cells, margins))

it('finds the margin on which respondents differ from the customers', () => {
  expect(
    apart(cell('east', 'app', 300), cell('east', 'shop', 300), cell('west', 'app', 200), cell('west', 'shop', 200)),
  ).toEqual([])
  expect(
    apart(cell('east', 'app', 350), cell('east', 'shop', 350), cell('west', 'app', 150), cell('west', 'shop', 150)),
  ).toEqual(['region'])
  expect(apart(cell('east', 'app', 500), cell('west', 'shop', 150))).toEqual(['region', 'channel'])
})

it('corrects for unequal probabilities of invitation', () => {
  // The west was invited half as often, and answered like the east.
  const halved = [
    cell('east', 'app', 300),
    cell('east', 'shop', 300),
    cell('west', 'app', 100, 2),
    cell('west', 'shop', 100, 2),
  ]
  expect(apart(...halved)).toEqual([])
  expect(apart(...halved.map((each) => ({ ...each, baseWeight: 1 })))).toEqual(['region'])
})

it('requires stronger evidence for two margins than for one', () => {
  const observed = [322, 178]
  expect(chiSquareGof({ observed, expectedShare: [0.6, 0.4] }).p).toBeGreaterThan(0.025)
  expect(chiSquareGof({ observed, expectedShare: [0.6, 0.4] }).p).toBeLessThan(0.05)
  const cells = [cell('east', 'app', 161), cell('east', 'shop', 161), cell('west', 'app', 89), cell('west', 'shop', 89)]
  expect(apart(...cells)).toEqual([])
  expect(marginsApart({ cells, margins: { region: margins.region } })).toEqual(['region'])
})

it('returns nothing without answers, or for a margin with one category', () => {
  expect(apart()).toEqual([])
  expect(marginsApart({ cells: [cell('east', 'app', 40)], margins: { region: { east: 6_000 } } })).toEqual([])
})
