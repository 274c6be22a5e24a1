import { checkPlan, DEFAULT_PROGRAMME } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { askedNumbers, daysIn, planOf, rangesOf, typedPlan, wholeNumber } from './programme-plan.ts'

const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
const typed = typedPlan(plan)

test('dates are separated by spaces or commas of either language, and an impossible date is rejected', () => {
  expect(daysIn(' 2027-01-04 2027-07-01,2027-07-02，2027-07-05 ')).toEqual([
    '2027-01-04',
    '2027-07-01',
    '2027-07-02',
    '2027-07-05',
  ])
  expect(daysIn('')).toEqual([])
  for (const wrong of ['2027-02-29', '4 January', '2027-1-4']) expect(daysIn(wrong)).toBeNull()
})

test('only whole numbers in digits are accepted', () => {
  expect(['24', ' 5 ', '0', '', '-1', '1.5', 'ten'].map(wholeNumber)).toEqual([24, 5, 0, null, null, null, null])
})

test('only a sample has a size field, and a census drops a typed size', () => {
  expect(askedNumbers(typed)).not.toContain('sampleSize')
  expect(askedNumbers({ ...typed, mode: 'stratified' })).toContain('sampleSize')
  expect(planOf({ ...typed, mode: 'sample' })).toBeNull()
  expect(planOf({ ...typed, mode: 'sample', sampleSize: '0' })).toBeNull()
  expect(planOf({ ...typed, mode: 'sample', sampleSize: ' 400 ' })).toEqual({
    ...plan,
    mode: 'sample',
    sampleSize: 400,
  })
  expect(planOf({ ...typed, sampleSize: '400' })).toEqual(plan)
})

test("the reminders' ranges follow the valid numbers above them", () => {
  expect(rangesOf(typed)).toMatchObject({ firstReminderDays: [3, 20], lastReminderDays: [8, 23] })
  expect(rangesOf({ ...typed, daysOpen: '7', firstReminderDays: 'x' })).toMatchObject({
    firstReminderDays: [3, 3],
    lastReminderDays: [6, 6],
  })
  expect(rangesOf({ ...typed, daysOpen: '0' })).toMatchObject({ daysOpen: [7, 90], firstReminderDays: [3, 86] })
})

test('the programme accepts every plan that the form accepts, at both ends of each range', () => {
  for (const [field, [least, most]] of Object.entries(rangesOf({ ...typed, mode: 'sample', sampleSize: '9' })))
    for (const [number, taken] of [
      [least - 1, false],
      [least, true],
      [most, true],
      [most + 1, false],
    ] as const) {
      // The reminder days follow the length of the wave.
      const moved = field === 'daysOpen' ? { firstReminderDays: '3', lastReminderDays: '6' } : {}
      const made = planOf({
        ...typed,
        mode: 'sample',
        sampleSize: '9',
        lastReminderDays: '23',
        ...moved,
        [field]: String(number),
      })
      expect([field, number, made !== null && checkPlan(made).ok]).toEqual([field, number, taken])
    }
})
