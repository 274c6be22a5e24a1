import { expect, test } from 'vitest'
import { readFilterCells } from './filter-cells.ts'
import { readFilters, writeFilters } from './row-filter.ts'
import { viewFilters, viewsOf } from './row-view.ts'

test('an address holds several conditions, texts of one field are alternatives, and any text survives', () => {
  const filters = [
    { field: 'severity', texts: ['larger', 'major'] },
    { field: 'occurred', from: '2026-01-01', to: '' },
    { field: 'title', texts: ['50% off; a:b', ''] },
  ]
  const address = writeFilters(filters)
  expect(address).toBe('severity:larger;severity:major;occurred:2026-01-01..;title:50%25 off%3B a:b;title:')
  expect(readFilters('incidents', address)).toEqual(filters)
  expect(readFilters('incidents', 'nothing;import_id:x;:')).toEqual([])
})

test('texts become cells; what no cell can be matches nothing, and a day of a moment is the whole day', () => {
  const read = (address: string) => readFilterCells('incidents', address, 'Asia/Shanghai')
  expect(read('customerData:yes;customerData:perhaps')).toEqual([{ field: 'customerData', cells: [true] }])
  expect(read('severity:enormous;severity:')).toEqual([{ field: 'severity', cells: [null] }])
  expect(read('occurred:2026-02-30..')).toEqual([{ field: 'occurred', cells: [] }])
  expect(read('discovered:2026-06-08..2026-06-08')).toEqual([
    {
      field: 'discovered',
      from: Date.parse('2026-06-07T16:00:00Z'),
      to: Date.parse('2026-06-08T15:59:59.999Z'),
    },
  ])
  expect(read('records:10..')).toEqual([{ field: 'records', from: 10, to: null }])
})

test('a register with due days has views of what is open, due soon and overdue', () => {
  expect(viewsOf('security-findings')).toEqual(['all', 'open', 'due', 'overdue'])
  expect(viewsOf('incidents')).toEqual(['all', 'open'])
  expect(viewsOf('partner-agreements')).toEqual(['all', 'due', 'overdue'])
  expect(viewsOf('bookings')).toEqual([])
  const open = { field: 'fixedOn', cells: [null] }
  expect(viewFilters('security-findings', 'overdue', '2026-06-09')).toEqual([
    open,
    { field: 'dueOn', from: null, to: '2026-06-08' },
  ])
  expect(viewFilters('security-findings', 'due', '2026-06-09')).toEqual([
    open,
    { field: 'dueOn', from: '2026-06-09', to: '2026-07-09' },
  ])
  expect(viewFilters('incidents', 'open', '2026-06-09')).toEqual([{ field: 'state', cells: ['suspected'] }])
})
