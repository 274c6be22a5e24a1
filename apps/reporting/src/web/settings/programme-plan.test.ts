import { expect, test } from 'vitest'
import { daysIn, wholeNumber } from './programme-plan.ts'

test('days are read apart by spaces or commas of either language, and none that does not exist', () => {
  expect(daysIn(' 2027-01-04 2027-07-01,2027-07-02，2027-07-05 ')).toEqual([
    '2027-01-04',
    '2027-07-01',
    '2027-07-02',
    '2027-07-05',
  ])
  expect(daysIn('')).toEqual([])
  for (const wrong of ['2027-02-29', '4 January', '2027-1-4']) expect(daysIn(wrong)).toBeNull()
})

test('numbers are whole and written in digits', () => {
  expect(['24', ' 5 ', '0', '', '-1', '1.5', 'ten'].map(wholeNumber)).toEqual([24, 5, 0, null, null, null, null])
})
