import { expect, test } from 'vitest'
import { halfYears } from './half-years.ts'

const unknown = { start: null, waves: [] }

test('the latest half-year is the one that ended last', () => {
  expect(halfYears('2026-06-30', unknown).latest).toBe('2025-H2')
  expect(halfYears('2026-07-01', unknown).latest).toBe('2026-H1')
})

test('the current half-year and eight before it can be selected', () => {
  const { available } = halfYears('2026-07-01', unknown)
  expect([available.length, available[0], available.at(-1)]).toEqual([9, '2026-H2', '2022-H2'])
})

test('no half-year before the start of the program is offered', () => {
  expect(halfYears('2026-07-01', { start: '2025-03-01', waves: [] }).available).toEqual([
    '2026-H2',
    '2026-H1',
    '2025-H2',
    '2025-H1',
  ])
})

test('a reader starts with the last ended half-year that has a wave', () => {
  const waves = ['2026-H2', '2025-H2', '2025-H1']
  expect(halfYears('2026-07-01', { start: null, waves }).home).toBe('2025-H2')
  expect(halfYears('2026-07-01', unknown).home).toBe('2026-H1')
})
