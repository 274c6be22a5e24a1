import { checkPlan, DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, test } from 'vitest'
import { daysIn, numberFields, planOf, rangesOf, typedPlan, wholeNumber } from './programme-plan.ts'

const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
const inputs = typedPlan(plan)

test('dates are separated by spaces or commas of either language, and an impossible date is rejected', () => {
  expect(daysIn(' 2027-01-04 2027-07-01,2027-07-02，2027-07-05 ')).toEqual([
    '2027-01-04',
    '2027-07-01',
    '2027-07-02',
    '2027-07-05',
  ])
  expect(daysIn('')).toEqual([])
  for (const invalidDay of ['2027-02-29', '4 January', '2027-1-4']) expect(daysIn(invalidDay)).toBeNull()
})

test('only whole numbers in digits are accepted', () => {
  expect(['24', ' 5 ', '0', '', '-1', '1.5', 'ten'].map(wholeNumber)).toEqual([24, 5, 0, null, null, null, null])
})

test('only a sample has a size field, and a census drops a typed size', () => {
  expect(numberFields(inputs)).not.toContain('sampleSize')
  expect(numberFields({ ...inputs, mode: 'stratified' })).toContain('sampleSize')
  expect(planOf({ ...inputs, mode: 'sample' })).toBeNull()
  expect(planOf({ ...inputs, mode: 'sample', sampleSize: '0' })).toBeNull()
  expect(planOf({ ...inputs, mode: 'sample', sampleSize: ' 400 ' })).toEqual({
    ...plan,
    mode: 'sample',
    sampleSize: 400,
  })
  expect(planOf({ ...inputs, sampleSize: '400' })).toEqual(plan)
})

test("the reminders' ranges follow the valid numbers above them", () => {
  expect(rangesOf(inputs)).toMatchObject({ firstReminderDays: [3, 20], lastReminderDays: [8, 23] })
  expect(rangesOf({ ...inputs, daysOpen: '7', firstReminderDays: 'x' })).toMatchObject({
    firstReminderDays: [3, 3],
    lastReminderDays: [6, 6],
  })
  expect(rangesOf({ ...inputs, daysOpen: '0' })).toMatchObject({ daysOpen: [7, 90], firstReminderDays: [3, 86] })
})

test('the programme accepts every plan that the form accepts, at both ends of each range', () => {
  for (const [field, [minimum, maximum]] of Object.entries(
    rangesOf({ ...inputs, mode: 'sample', sampleSize: '10000000' }),
  ))
    for (const [number, isAccepted] of [
      [minimum - 1, false],
      [minimum, true],
      [maximum, true],
      [maximum + 1, false],
    ] as const) {
      // The reminder days follow the length of the wave.
      const reminderDays = field === 'daysOpen' ? { firstReminderDays: '3', lastReminderDays: '6' } : {}
      const parsedPlan = planOf({
        ...inputs,
        mode: 'sample',
        sampleSize: '10000000',
        lastReminderDays: '23',
        ...reminderDays,
        [field]: String(number),
      })
      expect([field, number, parsedPlan !== null && checkPlan(parsedPlan).ok]).toEqual([field, number, isAccepted])
    }
})
