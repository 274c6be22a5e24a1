import type { MissingRow } from '@wayproof/scorecard/goals/missing-row'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excludedForRole } from './excluded-for-role.ts'
import { missingForRole } from './goal-view.ts'

const person = (label: string, n: number): MissingRow => ({ key: `E${label}${n}`, label, why: 'no-exam', detail: null })
const unit = (label: string, size: number) => Array.from({ length: size }, (_, n) => person(label, n))

test('an executive sees units of five or more, and all smaller ones together', () => {
  const rows = [...unit('sales', 7), ...unit('guides', 5), ...unit('finance', 4), ...unit('legal', 1)]
  expect(missingForRole('executive', 'staff-training', rows)).toEqual([
    { unit: 'sales', people: 7 },
    { unit: 'guides', people: 5 },
    { unit: '', people: 5 },
  ])
})

test('a rest below five is hidden together with a larger unit', () => {
  const shownTo = (...rows: readonly MissingRow[][]) => missingForRole('executive', 'staff-training', rows.flat())
  expect(shownTo(unit('sales', 7), unit('legal', 1))).toEqual([{ unit: '', people: 8 }])
  expect(shownTo(unit('sales', 7), unit('guides', 6), unit('legal', 4))).toEqual([
    { unit: 'sales', people: 7 },
    { unit: '', people: 10 },
  ])
  expect(shownTo(unit('legal', 4))).toEqual([])
})

test('an officer sees the records; partners and surfaces are records for both', () => {
  const rows = unit('sales', 2)
  expect(missingForRole('officer', 'staff-training', rows)).toBe(rows)
  expect(missingForRole('executive', 'partner-audit', rows)).toBe(rows)
  expect(missingForRole('executive', 'policy-publication', rows)).toBe(rows)
})

test('only fewer than five are hidden, no one is named, and no group is below five', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), (sizes) => {
      const rows = sizes.flatMap((size, n) => unit(`unit ${n}`, size))
      const shownRows = missingForRole('executive', 'staff-training', rows)
      const counts = shownRows.map((row) => ('people' in row ? row.people : 0))
      expect(counts.reduce((sum, people) => sum + people, 0)).toBe(rows.length < 5 ? 0 : rows.length)
      expect(counts.every((people) => people >= 5)).toBe(true)
    }),
  )
})

test('everyone sees that a staff member is excluded and why; only users who may see staff see who', () => {
  const missingOf = (goal: 'staff-training' | 'partner-audit') => ({
    goal,
    row: 'E1',
    label: 'legal',
    reason: 'seconded',
    at: 1,
    by: ['Lin', 'Ma'],
  })
  const rows = [missingOf('staff-training'), missingOf('partner-audit')]
  expect(excludedForRole('auditor', rows)).toEqual(rows)
  for (const role of ['executive', 'procurement', 'it-security', 'customer-service'] as const) {
    expect(excludedForRole(role, rows)).toEqual([{ ...missingOf('staff-training'), row: null, label: null }, rows[1]])
  }
})
