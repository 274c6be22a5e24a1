import { expect, test } from 'vitest'
import { nextId } from './add-page.tsx'

test('the next identifier follows the highest one with the same beginning', () => {
  expect(nextId(['F-07', 'F-06'], 2026)).toBe('F-08')
  expect(nextId(['P9', 'P12', 'X40'], 2026)).toBe('P13')
  expect(nextId(['F-99'], 2026)).toBe('F-100')
})

test('a number with a year starts again in a new year', () => {
  expect(nextId(['I-2025-07', 'I-2024-09'], 2026)).toBe('I-2026-01')
  expect(nextId(['INC-2026-014'], 2026)).toBe('INC-2026-015')
})

test('an identifier without a number gives no proposal', () => {
  expect(nextId(['Lodge'], 2026)).toBeNull()
  expect(nextId([], 2026)).toBeNull()
})
