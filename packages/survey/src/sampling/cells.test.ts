import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Categories, MARGINS } from './categories.ts'
import { cellKey, cellOf, type MergeMap, planCells } from './cells.ts'

const people = (count: number, categories: Partial<Categories>): Categories[] =>
  Array.from({ length: count }, () => ({
    tripType: 'group',
    channel: 'app',
    region: 'east',
    language: 'zh-CN',
    ...categories,
  }))

/** The groups of each margin after merging. */
const groupsOf = (mergeMap: MergeMap) => MARGINS.flatMap((margin) => [...new Set(Object.values(mergeMap[margin]))])

test('groups that are large enough are not merged', () => {
  const { cells, mergeMap } = planCells([...people(100, {}), ...people(150, { language: 'en' })], null)
  expect(cells).toMatchObject([
    { language: 'en', invited: 150 },
    { language: 'zh-CN', invited: 100 },
  ])
  expect(groupsOf(mergeMap)).toEqual([])
})

test('in the first wave a group of 99 is merged with the next smallest of its margin, in every cell', () => {
  const invited = [
    ...people(300, { region: 'east' }),
    ...people(200, { region: 'north' }),
    ...people(99, { region: 'west' }),
  ]
  const { cells, mergeMap } = planCells(invited, null)
  expect(mergeMap.region).toEqual({ north: 'north + west', west: 'north + west' })
  expect(cells.map(({ region, invited: n }) => [region, n])).toEqual([
    ['east', 300],
    ['north + west', 299],
  ])
  expect(cellOf(mergeMap, people(1, { region: 'west' })[0]!).region).toBe('north + west')
})

test('the merge happens in the margin where it helps most', () => {
  const invited = [
    ...people(500, { channel: 'app', region: 'east' }),
    ...people(500, { channel: 'app', region: 'west' }),
    ...people(20, { channel: 'desk', region: 'east' }),
    ...people(20, { channel: 'desk', region: 'west' }),
  ]
  const { cells, mergeMap } = planCells(invited, null)
  expect(mergeMap).toMatchObject({ channel: { app: 'app + desk', desk: 'app + desk' }, region: {} })
  expect(cells.map(({ invited: n }) => n)).toEqual([520, 520])
})

test('categories of stratification margins are merged only if nothing else is left to merge', () => {
  const invited = [
    ...people(150, { region: 'east', channel: 'app' }),
    ...people(60, { region: 'west', channel: 'app' }),
    ...people(150, { region: 'east', channel: 'desk' }),
    ...people(60, { region: 'west', channel: 'desk' }),
  ]
  expect(planCells(invited, null, { strata: ['region'] }).cells.map(({ region, invited: n }) => [region, n])).toEqual([
    ['east', 300],
    ['west', 120],
  ])
  expect(planCells(invited.slice(0, 250), null, { strata: ['region'] }).cells.map(({ invited: n }) => n)).toEqual([250])
})

test('after the first wave, 10 answers expected at the last response rate are enough', () => {
  const invited = [...people(40, {}), ...people(41, { language: 'en' })]
  expect(planCells(invited, { numerator: 25, denominator: 100 }).cells).toHaveLength(2)
  expect(planCells(invited, { numerator: 24, denominator: 100 }).cells).toHaveLength(1)
  expect(planCells(invited, { numerator: 0, denominator: 100 }).cells).toHaveLength(1)
})

test('a small wave is one cell, whatever its size', () => {
  const { cells } = planCells([...people(1, {}), ...people(3, { language: 'en', channel: 'web' })], null)
  expect(cells.map(({ invited }) => invited)).toEqual([4])
})

test('a category named like a merged group is not confused with it', () => {
  const invited = [...people(200, { region: 'a + b' }), ...people(60, { region: 'a' }), ...people(60, { region: 'b' })]
  const { cells } = planCells(invited, null)
  expect(cells.map(({ invited: n }) => n).sort()).toEqual([120, 200])
})

const category = (count: number) => fc.integer({ min: 0, max: count - 1 }).map((n) => `c${n}`)
const wave = fc.array(
  fc.record({
    categories: fc.record({ tripType: category(4), channel: category(5), region: category(12), language: category(2) }),
    count: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 120 },
)

test('every traveler is in exactly one cell, the cells sum to all invited people, and each is large enough', () => {
  fc.assert(
    fc.property(wave, fc.option(fc.integer({ min: 1, max: 60 })), (groups, percent) => {
      const invited = groups.flatMap(({ categories, count }) => people(count, categories))
      const { cells, mergeMap } = planCells(invited, percent === null ? null : { numerator: percent, denominator: 100 })
      const counted = new Map(cells.map((cell) => [cellKey(cell), 0]))
      expect(counted.size).toBe(cells.length)
      for (const person of invited) {
        const key = cellKey(cellOf(mergeMap, person))
        expect(counted.has(key)).toBe(true)
        counted.set(key, (counted.get(key) ?? 0) + 1)
      }
      for (const cell of cells) expect(counted.get(cellKey(cell))).toBe(cell.invited)
      expect(cells.reduce((sum, cell) => sum + cell.invited, 0)).toBe(invited.length)
      expect(cells.length).toBeLessThanOrEqual(50)
      const least = percent === null ? 100 : 1_000 / percent
      if (cells.length > 1) for (const cell of cells) expect(cell.invited).toBeGreaterThanOrEqual(least)
    }),
    { numRuns: 60 },
  )
})

test('a merge joins categories of one margin in every cell, independent of the order of the frame', () => {
  fc.assert(
    fc.property(wave, (groups) => {
      const invited = groups.flatMap(({ categories, count }) => people(count, categories))
      const plan = planCells(invited, null)
      expect(planCells(invited.toReversed(), null)).toEqual(plan)
      for (const margin of MARGINS) {
        for (const [category, group] of Object.entries(plan.mergeMap[margin])) {
          const members = Object.entries(plan.mergeMap[margin]).filter(([, other]) => other === group)
          expect(members.length).toBeGreaterThan(1)
          expect(group.split(' + ')).toContain(category)
        }
      }
    }),
    { numRuns: 60 },
  )
})
