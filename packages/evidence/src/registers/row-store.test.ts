import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { REGISTER_IDS, registers } from '../register.ts'
import { cellText } from '../rows/cell-text.ts'
import type { RowQuery } from '../rows/ports.ts'
import { importText } from '../testing/import-ports.ts'
import { filledDatabase, registerFiles } from '../testing/register-files.ts'
import { rowStore } from './row-store.ts'

const all: RowQuery = { find: '', filters: [], sort: null, offset: 0, limit: 50 }

test('the rows of every register, written as texts, equal those of the imported file', async () => {
  const database = await filledDatabase()
  for (const id of REGISTER_IDS) {
    const { rows } = await rowStore(database).page(id, all)
    const { fields } = registers[id]
    const texts = rows.map(({ cells }) => fields.map((field) => cellText(field, cells[field.name] ?? null)).join())
    const again = await importText(database, id, [fields.map(({ name }) => name).join(), ...texts].join('\n'))
    const lines = registerFiles[id].trim().split('\n').length - 1
    expect(again).toMatchObject({ value: { added: 0, changed: 0, unchanged: id === 'policy-checks' ? 2 : lines } })
  }
})

test('a row has the file, its digest and the row number, and is found by its key', async () => {
  const database = await filledDatabase()
  const rows = rowStore(database)
  const { rows: found } = await rows.page('exam-attempts', all)
  expect(found[1]).toMatchObject({
    cells: { number: '1', takenAt: Date.parse('2025-01-11T02:00:00Z'), score: 92 },
    origin: {
      fileName: 'exam-attempts.csv',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      rowNumber: 3,
      by: 'human-resources',
    },
  })
  for (const row of found) expect(await rows.find('exam-attempts', row.key)).toEqual(row)
  for (const key of ['', '[]', '["1"]', '["1","2","3"]', '[1,2]', '{"a":1}', '["1","x\'"]'])
    expect(await rows.find('exam-attempts', key)).toBeNull()
})

test('pages are in the order of the keys, and the database does the search', async () => {
  const database = await openTestDatabase()
  const lines = Array.from(
    { length: 120 },
    (_, i) => `p${String(i).padStart(3, '0')},N${i},${i % 2 ? 'Bus' : '旅馆'},yes,2023-01-01,`,
  )
  await importText(
    database,
    'partners',
    `id,name,service,processesPersonalData,onboarded,offboarded\n${lines.reverse().join('\n')}`,
  )
  const { page } = rowStore(database)
  const ids = async (query: Partial<RowQuery>) => {
    const { rows, total } = await page('partners', { ...all, ...query })
    return [rows.map(({ cells }) => cells.id), total] as const
  }
  expect(await ids({ offset: 100 })).toEqual([Array.from({ length: 20 }, (_, i) => `p${100 + i}`), 120])
  expect(await ids({ find: 'bUS', limit: 2, offset: 2 })).toEqual([['p005', 'p007'], 60])
  expect((await ids({ find: '旅馆' }))[1]).toBe(60)
  expect((await ids({ find: '%' }))[1]).toBe(0)
  expect((await ids({ filters: [{ field: 'service', cells: ['Bus'] }] }))[1]).toBe(60)
  expect((await ids({ filters: [{ field: 'processesPersonalData', cells: [false] }] }))[1]).toBe(0)
  expect((await ids({ filters: [{ field: 'import_id', cells: ['x'] }] }))[1]).toBe(0)
})

test('each person is counted once, in the latest unit', async () => {
  const database = await openTestDatabase()
  const roster = ['1,a,Sales,2020-01-01,', '1,b,IT,2024-01-01,', '2,a,Sales,2020-01-01,']
  await importText(database, 'staff-roles', ['number,role,unit,startDay,endDay', ...roster].join('\n'))
  await importText(database, 'staff-leave', 'number,fromDay,toDay\n1,2024-01-01,2024-01-02\n9,2024-01-01,2024-01-02\n')
  const { countByUnit } = rowStore(database)
  expect(await countByUnit('staff-roles')).toEqual([
    { unit: 'IT', people: 1 },
    { unit: 'Sales', people: 1 },
  ])
  expect(await countByUnit('staff-leave')).toEqual([
    { unit: '', people: 1 },
    { unit: 'IT', people: 1 },
  ])
})

test('a search finds a whole item of a list, and not a part of one', async () => {
  const { page } = rowStore(await filledDatabase())
  const having = async (cell: readonly string[] | null) =>
    (await page('partners', { ...all, filters: [{ field: 'dataClasses', cells: [cell] }] })).rows.map(
      ({ cells }) => cells.id,
    )
  expect(await having(['travel'])).toEqual(['p1'])
  expect([await having(['trave']), await having(['contact'])]).toEqual([[], []])
  expect(await having(null)).toEqual(['p2'])
})
