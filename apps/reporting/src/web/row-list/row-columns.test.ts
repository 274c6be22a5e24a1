import { expect, test } from 'vitest'
import { rowColumns, standardSort } from './row-columns.ts'

const namesOf = (...[register, chosen]: Parameters<typeof rowColumns>) => {
  const { lead, id, shown } = rowColumns(register, chosen)
  return { lead: lead.name, id: id?.name ?? null, shown: shown.map(({ name }) => name) }
}

test('a row is named by its name with the identifier below, or by the first field of its key', () => {
  expect(namesOf('incidents', undefined)).toMatchObject({ lead: 'title', id: 'id' })
  expect(namesOf('staff-roles', undefined)).toEqual({
    ...{ lead: 'number', id: null, shown: ['role', 'unit', 'startDay', 'endDay'] },
  })
})

test('the newest rows come first, but partners are in the order of their keys', () => {
  expect(standardSort('incidents')).toBe('-discovered')
  expect(standardSort('partner-audits')).toBe('-reportDate')
  expect(standardSort('partners')).toBeUndefined()
})

test('the due day is always among the first columns, and a choice replaces them', () => {
  expect(namesOf('security-findings', undefined).shown).toContain('dueOn')
  expect(namesOf('audit-findings', undefined).shown).toContain('dueOn')
  expect(namesOf('incidents', 'cause.records.nothing').shown).toEqual(['cause', 'records'])
})
