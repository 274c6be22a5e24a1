import { expect, test } from 'vitest'
import type { Categories } from './categories.ts'
import { cellKey, planCells } from './cells.ts'
import { baseWeights, frameMargins } from './frame.ts'

const people = (count: number, categories: Partial<Categories>): Categories[] =>
  Array.from({ length: count }, () => ({
    tripType: 'group',
    channel: 'app',
    region: 'east',
    language: 'en',
    ...categories,
  }))

test('margins count all eligible people in merged categories, including categories with nobody invited', () => {
  const asked = [...people(300, {}), ...people(200, { region: 'north' }), ...people(99, { region: 'west' })]
  const { mergeMap } = planCells(asked, null)
  const margins = frameMargins([...asked, ...people(7, { region: 'abroad' })], mergeMap)
  expect(margins.filter(({ margin }) => margin === 'region')).toEqual([
    { margin: 'region', category: 'abroad', eligible: 7 },
    { margin: 'region', category: 'east', eligible: 300 },
    { margin: 'region', category: 'north + west', eligible: 299 },
  ])
  for (const of of ['tripType', 'channel', 'region', 'language']) {
    const sum = margins.reduce((all, { margin, eligible }) => all + (margin === of ? eligible : 0), 0)
    expect(sum).toBe(606)
  }
})

test('the base weight of a cell is 1 / selection probability, or its mean if the cell spans two strata', () => {
  const invited = [...people(100, { region: 'east' }), ...people(50, { region: 'west' })]
  const chance = ({ region }: Categories) => (region === 'east' ? 0.5 : 0.1)
  const apart = { tripType: {}, channel: {}, region: {}, language: {} }
  expect(baseWeights(invited, apart, chance).get(cellKey(people(1, { region: 'west' })[0]!))).toBeCloseTo(10)
  const together = { ...apart, region: { east: 'both', west: 'both' } }
  expect([...baseWeights(invited, together, chance).values()]).toEqual([(100 * 2 + 50 * 10) / 150])
})
