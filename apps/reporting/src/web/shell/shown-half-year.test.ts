import { expect, test } from 'vitest'
import { inHalfYear, shownHalfYear } from './shown-half-year.ts'

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
