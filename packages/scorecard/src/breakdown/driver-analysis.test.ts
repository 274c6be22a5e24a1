import { expect, test } from 'vitest'
import { type DriverCounts, driverAnalysis } from './driver-analysis.ts'

/** `together` answers give aspect and headline the same rating, `apart` every other pair. */
const table = (together: number, apart: number) =>
  Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => (i === j ? together : apart)))
const figure = (value: number): DriverCounts['figure'] => ({
  kind: 'shown',
  people: 500,
  topTwo: { kind: 'at', value },
  interval: { lower: 0, upper: 1, level: 0.95 },
  withoutOpinion: { kind: 'at', value: 0 },
})
const rules = { minimum: 100, smallestGroup: 5 }

test('the correlation and the satisfied share of an aspect decide its quadrant', () => {
  const { places, mean, left } = driverAnalysis(
    [
      { item: 'weak', table: table(20, 20), figure: figure(0.9) },
      { item: 'close-low', table: table(101, 0), figure: figure(0.6) },
      { item: 'close-high', table: table(101, 0), figure: figure(0.9) },
      { item: 'weak-low', table: table(20, 20), figure: figure(0.6) },
      { item: 'between', table: table(60, 10), figure: figure(0.75) },
    ],
    rules,
  )
  expect(left).toEqual([])
  expect(mean).toEqual({ importance: 0.5, performance: 0.75 })
  expect(places.map(({ item, importance, quadrant }) => [item, importance, quadrant])).toEqual([
    ['close-low', 1, 'improve'],
    ['close-high', 1, 'keep'],
    ['between', 0.5, 'unclear'],
    ['weak', 0, 'rest'],
    ['weak-low', 0, 'watch'],
  ])
  expect(places.map(({ people }) => people % 5)).toEqual([0, 0, 0, 0, 0])
})

test('an aspect with too few pairs, uniform ratings or a suppressed figure has no quadrant', () => {
  const alike = [[0], [0], [0], [0], [300]]
  expect(
    driverAnalysis(
      [
        { item: 'few', table: table(19, 0), figure: figure(0.9) },
        { item: 'alike', table: alike, figure: figure(1) },
        { item: 'hidden', table: table(101, 0), figure: { kind: 'hidden' } },
      ],
      rules,
    ),
  ).toEqual({ places: [], mean: null, left: ['few', 'alike', 'hidden'] })
})
