import { expect, test } from 'vitest'
import { auditSearch, exportAddress } from './audit-search.ts'

const actor = '7b0c4a52-0000-4000-8000-000000000000'

test('the address holds the filters, and an invalid one is ignored', () => {
  const search = { act: 'exported', actor, subject: ' INC ', from: '2026-01-01', to: '2026-06-30', page: 2 }
  expect(auditSearch(search)).toEqual({ ...search, subject: 'INC' })
  expect(auditSearch({ act: 'x', actor: 'x', subject: ' ', from: '2026-02-30', to: 1, page: 1 })).toEqual({})
})

test('the exported file has the filters of the page, not its number', () => {
  expect(exportAddress({})).toBe('/export/audit-log.csv')
  expect(exportAddress({ act: 'exported', to: '2026-06-30', page: 3 })).toBe(
    '/export/audit-log.csv?act=exported&to=2026-06-30',
  )
})
