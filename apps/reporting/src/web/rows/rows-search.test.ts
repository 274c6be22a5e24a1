import { expect, test } from 'vitest'
import { onlyOf, rowsSearch } from './rows-search.ts'

test('invalid parameters of an address are ignored', () => {
  expect(rowsSearch({ find: 2025, only: 'state:confirmed', page: '3', row: '["p1"]' })).toEqual({
    find: '2025',
    only: 'state:confirmed',
    page: 3,
    row: '["p1"]',
  })
  expect(rowsSearch({ find: ' ', only: 'state', page: -1, row: {} })).toEqual({})
  expect(rowsSearch({ find: 'x'.repeat(101), page: 1.5, row: '["p1"]' })).toEqual({ row: '["p1"]' })
})

test('a filter is a field and a text, which may hold a colon', () => {
  expect(onlyOf('unit:a:b')).toEqual({ field: 'unit', text: 'a:b' })
  expect([onlyOf(undefined), onlyOf(':x')]).toEqual([null, null])
})
