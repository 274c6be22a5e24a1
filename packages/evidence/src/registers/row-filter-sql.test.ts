import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import type { RowQuery } from '../rows/ports.ts'
import type { RowFilter } from '../rows/row-filter.ts'
import { importText } from '../testing/import-ports.ts'
import { rowStore } from './row-store.ts'

const asked = { find: '', filters: [], sort: null, offset: 0, limit: 50 }
test('a range has both its ends, and a date known to the month lies in every range that meets the month', async () => {
  const database = await openTestDatabase()
  const columns = 'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause'
  const lines = ['i1,A,2025', 'i2,B,2025-02', 'i3,C,2025-02-10', 'i4,D,2024-12-31'].map(
    (line, place) => `${line},2025-03-0${place + 1}T10:00:00Z,2025-03-09,yes,yes,confirmed,,`,
  )
  await importText(database, 'incidents', [columns, ...lines].join('\n'))
  const { page, counts, all } = rowStore(database)
  const ids = async (query: Partial<RowQuery>) =>
    (await page('incidents', { ...asked, ...query })).rows.map(({ cells }) => cells.id)
  const occurred = (from: string | null, to: string | null): RowFilter => ({ field: 'occurred', from, to })
  expect(await ids({ filters: [occurred('2025-02-10', '2025-02-10')] })).toEqual(['i1', 'i2', 'i3'])
  expect(await ids({ filters: [occurred('2025-02-11', null)] })).toEqual(['i1', 'i2'])
  expect(await ids({ filters: [occurred(null, '2025-01-31')] })).toEqual(['i1', 'i4'])
  const known = {
    field: 'discovered',
    from: Date.parse('2025-03-02T10:00:00Z'),
    to: Date.parse('2025-03-03T10:00:00Z'),
  }
  expect(await ids({ filters: [known] })).toEqual(['i2', 'i3'])
  expect(await ids({ filters: [known, { field: 'id', cells: ['i3', 'i4'] }] })).toEqual(['i3'])
  expect(await ids({ filters: [{ field: 'severity', cells: [null, 'major'] }] })).toHaveLength(4)
  expect(await ids({ filters: [{ field: 'severity', cells: [] }] })).toEqual([])
  expect(await ids({ filters: [{ field: 'records', from: 'x', to: null }] })).toEqual([])
  const views = [[], [occurred('2025-02-11', null)], [{ field: 'id', cells: ['i4'] }]]
  expect(await counts('incidents', { find: '', filters: [known] }, views)).toEqual([2, 1, 0])
  const found: unknown[] = []
  for await (const rows of all('incidents', { find: 'b', filters: [] })) found.push(...rows.map(({ id }) => id))
  expect(found).toEqual(['i2'])
})

test('rows are sorted by any field, empty cells last in both directions, equal ones by key', async () => {
  const database = await openTestDatabase()
  const lines = ['p1,N,Bus,yes,2023-01-01,', 'p2,N,Air,yes,2023-01-02,2024-01-01', 'p3,N,Bus,yes,2023-01-03,2023-06-01']
  await importText(
    database,
    'partners',
    ['id,name,service,processesPersonalData,onboarded,offboarded', ...lines].join('\n'),
  )
  const { page } = rowStore(database)
  const ids = async (field: string, isDescending: boolean) =>
    (await page('partners', { ...asked, sort: { field, isDescending } })).rows.map(({ cells }) => cells.id)
  expect(await ids('offboarded', false)).toEqual(['p3', 'p2', 'p1'])
  expect(await ids('offboarded', true)).toEqual(['p2', 'p3', 'p1'])
  expect(await ids('service', true)).toEqual(['p1', 'p3', 'p2'])
  expect(await ids('import_id', true)).toEqual(['p1', 'p2', 'p3'])
})
