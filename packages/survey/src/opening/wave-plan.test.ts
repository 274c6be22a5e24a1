import { expect, test } from 'vitest'
import { tripMonths } from '../sampling/trip-months.ts'
import { closingMoment } from './wave-plan.ts'

test('a half-year includes travelers of that half-year or later, a year only its own, and other periods have no wave', () => {
  expect(tripMonths('2026-H1')).toEqual({ first: '2026-01', last: null })
  expect(tripMonths('2026-H2')).toEqual({ first: '2026-07', last: null })
  expect(tripMonths('2016')).toEqual({ first: '2016-01', last: '2016-12' })
  for (const key of ['2026-Q1', '2026-05', 'soon', '']) expect(tripMonths(key)).toBeNull()
})

test("a wave accepts answers until the end of its last day in the organization's time zone", () => {
  expect(closingMoment('2026-07-31', 'Asia/Shanghai')).toBe(Date.parse('2026-07-31T16:00:00Z'))
  expect(closingMoment('2026-07-31', 'UTC')).toBe(Date.parse('2026-08-01T00:00:00Z'))
})
