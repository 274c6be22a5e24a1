import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Field } from '../import/field.ts'
import { type ImportProfile, plainProfile } from '../import/profile.ts'
import { readCell } from '../import/read-cell.ts'
import { cellText } from './cell-text.ts'

const profile: ImportProfile = { ...plainProfile, columns: {} }
const cells: Record<string, fc.Arbitrary<Cell>> = {
  'yes-no': fc.boolean(),
  instant: fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }),
  integer: fc.integer({ min: -1e14, max: 1e14 }),
  number: fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000),
  list: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 5 }).map((all) => all.sort()),
}

test.each(Object.keys(cells))('a cell of kind %s survives formatting and parsing', (kind) => {
  const field = { name: 'x', kind, required: true } as Field
  fc.assert(
    fc.property(cells[kind] as fc.Arbitrary<Cell>, (cell) => {
      expect(readCell(cellText(field, cell), field, profile)).toEqual({ ok: true, value: cell })
    }),
  )
})

test('a small number has no exponent, and an empty cell is empty text', () => {
  const field = { name: 'x', kind: 'number', required: false } as const
  expect([cellText(field, 1e-7), cellText(field, 0), cellText(field, null)]).toEqual(['0.0000001', '0', ''])
})
