import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitsForRole } from './units-for-role.ts'

const unitsOf = (...sizes: number[]) => sizes.map((people, n) => ({ unit: `U${n}`, people }))

test('small units form one group, and a group that is too small takes a larger unit in', () => {
  expect(unitsForRole(unitsOf(9, 7, 3, 2))).toEqual([...unitsOf(9, 7), { unit: '', people: 5 }])
  expect(unitsForRole(unitsOf(9, 7, 3))).toEqual([...unitsOf(9), { unit: '', people: 10 }])
  expect(unitsForRole(unitsOf(9, 7))).toEqual(unitsOf(9, 7))
  expect(unitsForRole(unitsOf(3))).toEqual([])
})

test('no group under five is shown, and subtraction reveals no smaller one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }), (sizes) => {
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const shownUnits = unitsForRole(unitsOf(...sizes))
      expect(shownUnits.every(({ people }) => people >= 5)).toBe(true)
      const leftPeople = total - shownUnits.reduce((sum, { people }) => sum + people, 0)
      expect(leftPeople === 0 || (shownUnits.length === 0 && leftPeople < 5)).toBe(true)
    }),
  )
})
