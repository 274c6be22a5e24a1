import { PERSONAL_FIELDS } from '@wayproof/operations/personal-data/personal-fields'
import { expect, test } from 'vitest'
import { fieldGroups } from './privacy-page.tsx'

test('fields with the same purpose, basis and retention share a row, and no field is missing', () => {
  const groups = fieldGroups(PERSONAL_FIELDS)
  const columnNames = groups.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
  expect(columnNames.toSorted()).toEqual(PERSONAL_FIELDS.map(({ table, column }) => `${table}.${column}`).toSorted())
  expect(groups.length).toBeLessThan(PERSONAL_FIELDS.length / 2)
  expect(groups[0]).toEqual({
    table: 'traveler',
    columns: ['id', 'customer_number', 'last_trip', 'adult'],
    purpose: 'invite',
    basis: 'consent',
    kept: { after: 'last-trip', days: 365 },
  })
})
