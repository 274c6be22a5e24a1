import { expect, it } from 'vitest'
import { openablePeriods } from './openable-period.ts'

it('a wave may ask about the last ended half-year and the one before', () => {
  expect(openablePeriods('2026-06-30')).toEqual(['2025-H2', '2025-H1'])
  expect(openablePeriods('2026-07-01')).toEqual(['2026-H1', '2025-H2'])
})
