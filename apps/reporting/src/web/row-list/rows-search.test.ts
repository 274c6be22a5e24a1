import { expect, test } from 'vitest'
import { exportAddress, rowsSearch, sortOf } from './rows-search.ts'

test('the address holds search, filters, view, order, columns, page, row and drawer', () => {
  const search = {
    ...{ find: 'bus', only: 'service:bus;onboarded:2026-01-01..', view: 'due', sort: '-dueOn', columns: 'name.dueOn' },
    ...{ page: 2, row: '["P1"]', open: 'P1' },
  }
  expect(rowsSearch({ ...search, page: '2' })).toEqual(search)
  expect(rowsSearch({ find: 42 })).toEqual({ find: '42' })
})

test('parameters without sense are left out', () => {
  const nonsense = { find: ' ', only: 'service', view: 'all', sort: 'a b', columns: 'a,b', page: '0', row: ['x'] }
  expect(rowsSearch(nonsense)).toEqual({})
  expect(rowsSearch({ page: '1.5', find: 'x'.repeat(101), view: 'x' })).toEqual({})
})

test('an order is a field, downward with a minus', () => {
  expect(sortOf('-dueOn')).toEqual({ field: 'dueOn', isDescending: true })
  expect(sortOf('dueOn')).toEqual({ field: 'dueOn', isDescending: false })
  expect(sortOf(undefined)).toBeNull()
})

test('an export has the filters of the list and not its page', () => {
  expect(exportAddress('incidents', 'csv', {})).toBe('/export/incidents/csv')
  expect(exportAddress('incidents', 'csv', { only: 'state:confirmed', view: 'open' })).toBe(
    '/export/incidents/csv?only=state%3Aconfirmed&view=open',
  )
})
