import { expect, test } from 'vitest'
import { knownSearch } from './known-search.ts'
import { readListSearch } from './list-search.ts'

test('a search whose parts the register has stays whole', () => {
  const search = {
    ...{ find: 'bus', only: 'severity:3;discovered:2026-01-01..', view: 'open', sort: '-discovered' },
    columns: 'cause.records',
  } as const
  const read = readListSearch({ ...search, page: 2, row: 'x' })
  expect(read).toEqual(search)
  expect(knownSearch('incidents', { ...read, only: 'discovered:2026-01-01..' }).lost).toEqual([])
})

test('fields, views and values that the register does not have are left out and named', () => {
  const { search, lost } = knownSearch('incidents', {
    ...{ only: 'color:red;cause:nothing of the kind', view: 'overdue', sort: '-shade' },
    columns: 'cause.color',
  })
  expect(search).toEqual({ columns: 'cause' })
  expect(lost).toEqual(['color', 'cause:nothing of the kind', 'overdue', 'shade'])
})

test('a filter keeps its known values', () => {
  const { search, lost } = knownSearch('partners', { only: 'processesPersonalData:yes;processesPersonalData:perhaps' })
  expect(search).toEqual({ only: 'processesPersonalData:yes' })
  expect(lost).toEqual(['processesPersonalData:perhaps'])
})
