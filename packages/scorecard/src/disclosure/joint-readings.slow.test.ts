import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ENOUGH, isOpen, jointReadings, type SmallWave } from './testing/joint-readings.ts'

const K = 5
/** Parts of the cells in per cent: even, skewed, with one cell of few people, with two. */
const DIVISIONS = [
  [25, 25, 25, 25],
  [50, 25, 15, 10],
  [60, 28, 7, 5],
  [35, 35, 27, 3],
]
/** Parts of counted people, from nearly all to nearly none. */
const PARTS = [97, 90, 80, 50, 15, 3]

const percents = fc.array(fc.nat(99), { minLength: 60, maxLength: 60 })

/** Waves of 30 to 52 answers in four cells. */
const waveOf = (shares: number): fc.Arbitrary<SmallWave> =>
  fc
    .tuple(
      fc.integer({ min: 30, max: 52 }),
      fc.constantFrom(...DIVISIONS),
      percents,
      fc.array(fc.tuple(fc.constantFrom(...PARTS), percents), { minLength: shares, maxLength: shares }),
    )
    .map(([answers, division, places, drawn]) => {
      const cellOf = (percent: number) => {
        let [cell, rest] = [0, percent]
        while (cell < 3 && rest >= (division[cell] ?? 0)) {
          rest -= division[cell] ?? 0
          cell += 1
        }
        return cell
      }
      const cells = places.slice(0, answers).map(cellOf)
      const counted = (isIn: (person: number) => boolean) =>
        [0, 1, 2, 3].map((cell) => cells.filter((each, person) => each === cell && isIn(person)).length)
      return {
        people: counted(() => true),
        shares: drawn.map(([part, luck]) => counted((person) => (luck[person] ?? 0) < part)),
      }
    })

it.each([
  [9, 12],
  [22, 5],
])('%i shares of a small wave leave ten joint readings of every hidden group', (shares, waves) => {
  const read = fc.sample(waveOf(shares), { numRuns: waves, seed: 44 }).flatMap(jointReadings)
  expect(read.length).toBeGreaterThan(0)
  for (const { sizes, figures } of read) {
    expect(sizes.size).toBeGreaterThanOrEqual(ENOUGH)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeGreaterThanOrEqual(K)
    expect(Math.min(...figures.map(({ size }) => size))).toBeGreaterThanOrEqual(ENOUGH)
    expect(figures.every(isOpen)).toBe(true)
  }
})
