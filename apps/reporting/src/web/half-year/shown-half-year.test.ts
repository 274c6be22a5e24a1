import { expect, test } from 'vitest'
import { hasOwnHalfYear, inHalfYear, isNoHalfYear, shownHalfYear } from './shown-half-year.ts'

const periods = { latest: '2026-H1', home: '2025-H2' }

test.each([
  ['/scorecard', undefined, '2025-H2'],
  ['/closing', undefined, '2026-H1'],
  ['/closing', '2025-H1', '2025-H1'],
  ['/closing', '2025', '2026-H1'],
  ['/scorecard', 'soon', '2025-H2'],
])('%s with the period %s shows %s', (path, searched, shown) => {
  expect(shownHalfYear(path, searched, periods)).toBe(shown)
})

test('another half-year has neither the edition nor the page of this one', () => {
  expect(inHalfYear('2025-H1')({ edition: 'e', page: 3, find: 'x', period: '2025-H2' })).toEqual({
    find: 'x',
    period: '2025-H1',
  })
})

test.each([
  ['/scorecard', '2025', true],
  ['/goal/staff-training', '2031-H1', true],
  ['/', '1999-H1', true],
  ['/rows/staff-training', '2026-H1', false],
  ['/closing', '2020-H1', false],
  // A wave may be for a year, and the other pages have no half-year of their own.
  ['/waves/progress', '2023', false],
  ['/people', '2025', false],
  ['/samples/0b0c4a52', '2025', false],
])('%s in %s: nothing to show is %s', (path, period, isNone) => {
  expect(isNoHalfYear(path, period, ['2026-H2', '2026-H1'])).toBe(isNone)
})

test('before the half-years are known, only a half-year of this century is one', () => {
  expect(isNoHalfYear('/', '2031-H1')).toBe(false)
  expect(isNoHalfYear('/', '2031')).toBe(true)
})

test('only a worksheet has a half-year of its own', () => {
  expect(['/samples', '/samples/0b0c4a52', '/rows/staff-training'].map(hasOwnHalfYear)).toEqual([false, true, false])
})
