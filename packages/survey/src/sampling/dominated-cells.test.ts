import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Categories } from './categories.ts'
import { cellKey, cellOf, planCells } from './cells.ts'
import { CellSources, type FrameSources, type SourceCount } from './dominated-cells.ts'

const person = (region: string, channel = 'app'): Categories => {
  return { tripType: 'group', channel, region, language: 'en' }
}

const framed = (people: readonly Categories[], sources: readonly SourceCount[]): FrameSources => {
  return { eligible: people.map((each) => ({ ...each, people: 1 })), sources }
}

const many = (count: number, each: Categories) => Array.from({ length: count }, () => each)

const RATE = { numerator: 1, denominator: 1 }

const plan = (puppets: number, others: number) => {
  const people = [...many(580, person('east')), ...many(puppets + others, person('south'))]
  const sources = [{ ...person('south'), source: 'domain puppets.example', people: puppets }]
  return planCells(people, RATE, { frame: framed(people, sources) })
}

test.each([
  [20, 80, 0, 'a fifth of a group is no domination'],
  [21, 79, 1, 'more than a fifth is'],
  [19, 1, 1, 'neither is a small group with one traveler among puppets'],
] as const)('%i puppets beside %i travelers: %i dominated groups, because %4$s', (puppets, others, dominated, _why) => {
  const { cells, dominatedCells } = plan(puppets, others)
  expect(dominatedCells).toBe(dominated)
  expect(cells).toHaveLength(dominated === 0 ? 2 : 1)
})

test('a source with a third of the frame dominates nothing, even a group that it fills', () => {
  const people = [...many(200, person('east')), ...many(100, person('south'))]
  const sources = [{ ...person('south'), source: 'domain company.example', people: 100 }]
  expect(planCells(people, RATE, { frame: framed(people, sources) })).toMatchObject({ dominatedCells: 0 })
})

test('no cell that is left is dominated, whatever the sources, and the same frame gives the same cells', () => {
  const anyCategories = fc.record({
    tripType: fc.constantFrom('group', 'own'),
    channel: fc.constantFrom('app', 'web', 'phone'),
    region: fc.constantFrom('east', 'north', 'south', 'west'),
    language: fc.constantFrom('en', 'zh-CN'),
  })
  const counts = fc.array(
    fc.record({ at: anyCategories, people: fc.integer({ min: 1, max: 60 }), own: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(counts, (frame) => {
      const people = frame.flatMap(({ at, people: n }) => many(n, at))
      const sources = frame.flatMap(({ at, people: n, own }, i) =>
        own ? [{ ...at, source: `domain ${i % 3}`, people: n }] : [],
      )
      const of = framed(people, sources)
      const { cells, mergeMap, dominatedCells } = planCells(people, RATE, { frame: of })
      const left = new CellSources(of).dominated((each) => cellKey(cellOf(mergeMap, each)))
      if (cells.length > 1) expect(left.size).toBe(0)
      expect(dominatedCells).toBeGreaterThanOrEqual(left.size)
      expect(cells.reduce((sum, { invited }) => sum + invited, 0)).toBe(people.length)
      expect(planCells(people.toReversed(), RATE, { frame: of }).cells).toEqual(cells)
    }),
  )
})
