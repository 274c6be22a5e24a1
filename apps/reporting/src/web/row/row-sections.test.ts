import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { expect, test } from 'vitest'
import { rowSections } from './row-sections.ts'

test.each(REGISTER_IDS)('every field of %s is in one section', (register) => {
  const names = rowSections(register).flatMap(({ fields }) => fields.map(({ name }) => name))
  expect(names.toSorted()).toEqual(registers[register].fields.map(({ name }) => name).toSorted())
})

test('an incident has what happened, its dates, and its extent', () => {
  expect(rowSections('incidents').map(({ section, fields }) => [section, fields.map(({ name }) => name)])).toEqual([
    ['what', ['id', 'title', 'disclosure', 'customerData', 'state', 'severity', 'cause', 'partnerId']],
    ['when', ['occurred', 'discovered', 'confirmed']],
    ['details', ['dataClasses', 'records', 'recordsTo']],
  ])
  expect(rowSections('bookings').map(({ section }) => section)).toEqual(['what'])
})
