import { expect, it } from 'vitest'
import { askablePeriods } from './askable-period.ts'

it('a wave may ask about the last ended half-year and the one before', () => {
  expect(askablePeriods('2026-06-30')).toEqual(['2025-H2', '2025-H1'])
  expect(askablePeriods('2026-07-01')).toEqual(['2026-H1', '2025-H2'])
})
