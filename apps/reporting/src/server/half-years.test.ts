import { expect, test } from 'vitest'
import { halfYears } from './half-years.ts'

test('the latest half-year is the one that has ended', () => {
  expect(halfYears('2026-06-30').latest).toBe('2025-H2')
  expect(halfYears('2026-07-01').latest).toBe('2026-H1')
})

test('the running one and eight before it can be looked at', () => {
  const { available } = halfYears('2026-07-01')
  expect([available.length, available[0], available.at(-1)]).toEqual([9, '2026-H2', '2022-H2'])
})
