import type { TrainingPicture } from '@wayproof/scorecard/pictures/draw-training'
import { expect, test } from 'vitest'
import { trainingForRole } from './scorecard-router.ts'

const share = (numerator: number, denominator: number) => ({ numerator, denominator })
const picture = (units: readonly (readonly [unit: string, passed: number, due: number])[]): TrainingPicture => ({
  quarters: [
    {
      ...{ quarter: '2025-Q4', running: false, share: share(0, 0) },
      units: units.map(([unit, passed, due]) => ({ unit, share: share(passed, due) })),
    },
  ],
  course: [],
  courseBefore: [],
})
const target = share(95, 100)
const units = picture([
  ['finance', 3, 4],
  ['legal', 18, 18],
  ['sales', 30, 40],
  ['guides', 40, 40],
])
const shownTo = (role: 'officer' | 'executive') =>
  trainingForRole(role, units, target).units.map(({ unit, cells }) => [unit, cells[0]?.state, cells[0]?.share])

test('an officer sees every unit with its counts, the most people missing first', () => {
  expect(shownTo('officer')).toEqual([
    ['sales', 'below', share(30, 40)],
    ['finance', 'below', share(3, 4)],
    ['guides', 'reached', share(40, 40)],
    ['legal', 'reached', share(18, 18)],
  ])
})

test('an executive sees states without counts, and small units together', () => {
  expect(shownTo('executive')).toEqual([
    ['guides', 'reached', null],
    ['sales', 'below', null],
    ['', 'reached', null],
  ])
})

test('small units that are too few even together have no state', () => {
  const few = trainingForRole('executive', picture([['legal', 3, 4]]), target)
  expect(few.units).toEqual([{ unit: '', cells: [{ state: null, share: null }] }])
})
