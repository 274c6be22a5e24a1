import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { travelerRow, travelerRows } from '../testing/traveler-rows.ts'
import { type ImportTravelers, importTravelers, type TravelerPiece } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'
import { travelerTable } from './traveler-table.ts'

const digest = 'd'.repeat(64)
const file = { fileName: 'travelers.csv', by: 'officer', dryRun: false } as const

function register() {
  const { ports, memory } = memoryFixture()
  const load = (rows: readonly TravelerRow[], change: Partial<ImportTravelers<never>> = {}) =>
    importTravelers(ports, { table: travelerTable(rows, digest), ...file, ...change })
  return { ports, memory, load }
}

test('valid rows enter the register at once, and the import is recorded with its file and the person', async () => {
  const { ports, memory, load } = register()
  expect(await load(travelerRows(3))).toMatchObject({ ok: true, value: { rows: 3, digest, added: 3, changed: 0 } })
  expect(memory.travelers.size).toBe(3)
  expect(memory.imports).toMatchObject([
    { fileName: 'travelers.csv', by: 'officer', byKey: false, rowCount: 3, day: '2026-07-01', at: ports.clock.now() },
  ])
})

test('an import by an external system is recorded as such', async () => {
  const { memory, load } = register()
  await load(travelerRows(1), { by: 'booking system', byKey: true })
  expect(memory.imports).toMatchObject([{ by: 'booking system', byKey: true }])
})

test('one faulty row keeps the whole file out, and each fault is listed with row, field and the start of its text', async () => {
  const { memory, load } = register()
  const rows = [
    travelerRow(1),
    travelerRow(2, { email: `nobody ${'x'.repeat(80)}`, lastTrip: '2026-08' }),
    travelerRow(3, { customerNumber: ' ' }),
  ]
  expect(await load(rows)).toEqual({
    ok: false,
    fault: {
      code: 'rows-invalid',
      total: 3,
      rows: [
        { rowNumber: 3, code: 'email-invalid', text: `nobody ${'x'.repeat(33)}`, figures: { field: 'email' } },
        { rowNumber: 3, code: 'month-in-future', text: '2026-08', figures: { field: 'lastTrip', today: '2026-07-01' } },
        { rowNumber: 4, code: 'cell-empty', text: ' ', figures: { field: 'customerNumber' } },
      ],
    },
  })
  expect([memory.travelers.size, memory.imports.length]).toEqual([0, 0])
})

test('a customer number that occurs twice is a fault that names the first row', async () => {
  const { load } = register()
  const rows = [...travelerRows(2), travelerRow(3, { customerNumber: 'C-1' })]
  const twice = { rowNumber: 4, code: 'customer-twice', text: 'C-1', figures: { row: 2 } }
  expect(await load(rows)).toEqual({ ok: false, fault: { code: 'rows-invalid', total: 1, rows: [twice] } })
})

test('at most the given number of faults is listed, in the order of the file, and all are counted', async () => {
  const { load } = register()
  const rows = [
    travelerRow(1),
    travelerRow(2, { customerNumber: 'C-1' }),
    ...[3, 4, 5].map((n) => travelerRow(n, { email: '' })),
  ]
  const outcome = await load(rows, { faultsTold: 2 })
  expect(outcome).toMatchObject({ ok: false, fault: { total: 4 } })
  const listed = outcome.ok ? [] : outcome.fault.rows.map(({ rowNumber, code }) => `${rowNumber} ${code}`)
  expect(listed).toEqual(['3 customer-twice', '4 cell-empty'])
  expect(await load(Array.from({ length: 120 }, (_, n) => travelerRow(n, { email: '' })))).toMatchObject({
    fault: { total: 120, rows: { length: 100 } },
  })
})

test('rows that the reader excluded keep the file out, and only the cells that it could read are checked', async () => {
  const { load } = register()
  const { rowNumber, cells } = travelerRow(7, { email: 'nobody' })
  const { customerNumber: _, ...readable } = cells
  const table = travelerTable(travelerRows(2), digest, { leftOut: [{ rowNumber, cells: readable }], unread: 1 })
  expect(await load([], { table })).toMatchObject({
    fault: { total: 1, rows: [{ rowNumber: 8, code: 'email-invalid', text: 'nobody' }] },
  })
  expect(await load([], { table: travelerTable(travelerRows(2), digest, { unread: 1 }) })).toMatchObject({
    ok: false,
    fault: { code: 'rows-invalid', total: 0, rows: [] },
  })
})

test('a fault of the file itself is returned as it is, and the rows before it are discarded', async () => {
  const { ports, memory } = register()
  const fault = { code: 'not-a-table' } as const
  const table: TravelerPiece<typeof fault>[] = [
    { kind: 'rows', rows: travelerRows(2) },
    { kind: 'fault', fault },
  ]
  expect(await importTravelers(ports, { table, ...file })).toEqual({ ok: false, fault })
  expect(memory.travelers.size).toBe(0)
})

test('a dry run counts without writing, and lists new groups and languages without letters', async () => {
  const { memory, load } = register()
  await load(travelerRows(2))
  const rows = [travelerRow(1), travelerRow(3, { region: 'south', locale: 'fr' }), travelerRow(4, { locale: 'zh-HK' })]
  expect(await load(rows, { dryRun: true })).toMatchObject({
    ok: true,
    value: {
      ...{ added: 2, unchanged: 1, otherLanguages: ['fr'] },
      found: {
        region: {
          values: [
            { value: 'south', count: 1, isNew: true },
            { value: 'east', count: 2, isNew: false },
          ],
        },
      },
    },
  })
  expect([memory.travelers.size, memory.imports.length]).toEqual([2, 1])
  const imported = await load(rows)
  expect(imported.ok && imported.value.otherLanguages).toBeUndefined()
})

test('at most 20 languages without letters are listed', async () => {
  const { load } = register()
  const letter = (n: number) => String.fromCharCode(97 + n)
  const rows = Array.from({ length: 25 }, (_, n) => travelerRow(n + 1, { locale: `x${letter(n)}` }))
  const outcome = await load(rows, { dryRun: true })
  expect(outcome.ok && outcome.value.otherLanguages).toHaveLength(20)
})

test('staged rows are discarded whatever happens, and a failed discard does not undo a committed import', async () => {
  const { ports, memory } = register()
  const outcome = async (dryRun: boolean) => {
    const store: typeof ports.store = {
      ...ports.store,
      stageTravelers: (told) => ({
        ...ports.store.stageTravelers(told),
        discard: () => Promise.reject(new Error('the connection is gone')),
      }),
    }
    return importTravelers({ ...ports, store }, { table: travelerTable(travelerRows(2), digest), ...file, dryRun })
  }
  await expect(outcome(true)).rejects.toThrow('the connection is gone')
  expect(await outcome(false)).toMatchObject({ ok: true, value: { added: 2 } })
  expect(memory.travelers.size).toBe(2)
})

test('importing the same file again changes nothing, whatever the size of its pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), async (count, size) => {
      const { memory, ports, load } = register()
      const rows = travelerRows(count)
      const pieces: TravelerPiece[] = []
      for (let index = 0; index < count; index += size)
        pieces.push({ kind: 'rows', rows: rows.slice(index, index + size) })
      const table = [...pieces, { kind: 'end', digest } as const]
      expect(await importTravelers(ports, { table, ...file })).toMatchObject({ value: { rows: count, added: count } })
      expect(await load(rows)).toMatchObject({ value: { added: 0, changed: 0, unchanged: count } })
      expect(memory.travelers.size).toBe(count)
    }),
    { numRuns: 30 },
  )
})
