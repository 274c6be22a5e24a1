import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultProfile } from '../profiles/default-profile.ts'
import type { RegisterId } from '../register.ts'
import { attachmentStore } from '../registers/attachment-store.ts'
import { registerTables } from '../registers/register-tables.ts'
import { rowStore } from '../registers/row-store.ts'
import { referencesTo } from '../rows/references.ts'
import { writeRow } from '../rows/write-row.ts'
import { importPorts, importText } from '../testing/import-ports.ts'
import { filledDatabase, registerFiles } from '../testing/register-files.ts'
import { undoImport } from '../undo-import.ts'

const stored = (database: StoreDatabase, register: RegisterId) =>
  database.query.all(`SELECT * FROM ${registerTables[register].table} ORDER BY 1, 2`)
const lastImport = async (database: StoreDatabase) =>
  (await database.query.get<{ id: string }>('SELECT id FROM import_file ORDER BY number DESC LIMIT 1'))?.id ?? ''
const undo = async (database: StoreDatabase, register: RegisterId, importId?: string, reason = 'the wrong file') =>
  undoImport(importPorts(database), {
    register,
    importId: importId ?? (await lastImport(database)),
    by: 'officer',
    reason,
  })

const importsOf = (database: StoreDatabase) =>
  database.query.all<{ id: string; register: RegisterId }>('SELECT id, register FROM import_file ORDER BY number')

const bookings = (rows: Readonly<Record<string, number>>) =>
  `month,channel,count\n${Object.entries(rows)
    .map(([channel, count]) => `2025-01,${channel},${count}`)
    .join('\n')}`

test('undoing any last import restores every row, and then the previous import can be undone', async () => {
  const database = await openTestDatabase()
  const file = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat({ max: 3 }), { minKeys: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      await database.write(async (query) => {
        for (const table of ['bookings', 'register_change', 'import_file']) await query.run(`DELETE FROM ${table}`)
      })
      const before: unknown[] = []
      const ids: string[] = []
      for (const rows of files) {
        const states = await stored(database, 'bookings')
        const taken = await importText(database, 'bookings', bookings(rows))
        if (!taken.ok) throw new Error(taken.fault.code)
        if (taken.value.added + taken.value.changed === 0) continue
        before.push(states)
        ids.push(await lastImport(database))
      }
      for (const [n, id] of [...ids.entries()].toReversed()) {
        expect(await undo(database, 'bookings', id)).toMatchObject({ ok: true })
        expect(await stored(database, 'bookings')).toEqual(before[n])
      }
    }),
    // Each run takes 100 times as long on PostgreSQL.
    { numRuns: database.engine === 'sqlite' ? 40 : 4 },
  )
})

test('the undo of an import of every register deletes the rows that it added', async () => {
  const database = await filledDatabase()
  const imports = await importsOf(database)
  for (const { id, register } of imports.toReversed()) {
    expect([register, await undo(database, register, id)]).toMatchObject([register, { ok: true }])
    expect(await stored(database, register)).toEqual([])
  }
  for (const { register } of imports)
    expect(await importText(database, register, registerFiles[register])).toMatchObject({ value: { changed: 0 } })
})

test('the history of each row shows an undo with its reason', async () => {
  const database = await filledDatabase()
  await importText(database, 'bookings', bookings({ web: 1, shop: 2 }), { fileName: 'wrong.csv' })
  expect(await undo(database, 'bookings')).toEqual({ ok: true, value: { added: 1, changed: 1, unchanged: 0 } })
  const { history } = rowStore(database)
  expect(await history('bookings', '["2025-01","web"]')).toMatchObject([
    { undone: 'wrong.csv', reason: 'the wrong file', by: 'officer', before: { count: 1 }, after: { count: 1200 } },
    { file: 'wrong.csv', before: { count: 1200 }, after: { count: 1 } },
  ])
  expect(await history('bookings', '["2025-01","shop"]')).toMatchObject([{ undone: 'wrong.csv', after: null }])
})

test('an import is not undone after manual changes of its rows, or while a later import is in force', async () => {
  const database = await filledDatabase()
  const first = await lastImport(database)
  await importText(database, 'bookings', bookings({ web: 1, shop: 2 }))
  const second = await lastImport(database)
  expect(await undo(database, 'bookings', first)).toMatchObject({ fault: { code: 'import-not-last' } })
  expect(await undo(database, 'bookings', 'x')).toMatchObject({ fault: { code: 'import-unknown' } })
  expect(await undo(database, 'partners', second)).toMatchObject({ fault: { code: 'import-unknown' } })
  expect(await undo(database, 'bookings', second, ' ')).toMatchObject({ fault: { code: 'reason-missing' } })
  const seen = { month: '2025-01', channel: 'shop', count: '2' }
  const correct = { kind: 'correct', key: '["2025-01","shop"]', seen, texts: { ...seen, count: '3' } } as const
  await writeRow(
    { rows: rowStore(database), clock: { now: () => Date.UTC(2026, 0, 7) }, timeZone: 'Asia/Shanghai' },
    { register: 'bookings', what: correct, reason: 'counted again', by: 'officer' },
  )
  const before = await stored(database, 'bookings')
  expect(await undo(database, 'bookings', second)).toEqual({
    ok: false,
    fault: { code: 'import-touched', keys: ['["2025-01","shop"]'], total: 1 },
  })
  expect(await stored(database, 'bookings')).toEqual(before)
})

test('an import is not undone if its rows have attachments since, or if other rows refer to them', async () => {
  const database = await filledDatabase()
  const ids = new Map((await importsOf(database)).map(({ id, register }) => [register, id]))
  expect(await undo(database, 'partners', ids.get('partners'))).toEqual({
    ok: false,
    fault: { code: 'row-referred-to', registers: referencesTo('partners').map(([register]) => register) },
  })
  const at = Date.UTC(2026, 0, 6)
  const file = {
    id: 'e',
    fileName: 'a.txt',
    type: 'text',
    bytes: Buffer.from('a'),
    source: 's',
    at,
    by: 'human-resources',
  } as const
  await attachmentStore(database).attach({ ...file, register: 'incidents', key: '["i1"]' })
  expect(await undo(database, 'incidents', ids.get('incidents'))).toMatchObject({ fault: { code: 'import-touched' } })
})

test('an undone import can be repeated, and one that changed nothing does not block the undo of an earlier one', async () => {
  const database = await filledDatabase()
  const id = await lastImport(database)
  await importText(database, 'bookings', registerFiles.bookings)
  expect(await undo(database, 'bookings')).toMatchObject({ fault: { code: 'import-not-last' } })
  expect(await undo(database, 'bookings', id)).toMatchObject({ ok: true })
  expect(await undo(database, 'bookings', id)).toMatchObject({ fault: { code: 'import-undone' } })
  expect(await importText(database, 'bookings', registerFiles.bookings)).toMatchObject({ value: { added: 2 } })
})

test('a dry run shows changed rows first, with old and new cells, and marks manual rows', async () => {
  const database = await filledDatabase()
  const seen = { month: '2025-01', channel: 'web', count: '1200' }
  const correct = { kind: 'correct', key: '["2025-01","web"]', seen, texts: { ...seen, count: '1300' } } as const
  await writeRow(
    { rows: rowStore(database), clock: { now: () => Date.UTC(2026, 0, 7) }, timeZone: 'Asia/Shanghai' },
    { register: 'bookings', what: correct, reason: 'counted again', by: 'officer' },
  )
  const dry = await importText(database, 'bookings', bookings({ app: 0, shop: 2, web: 1200 }), { dryRun: true })
  expect(dry).toMatchObject({
    value: {
      preview: [
        {
          kind: 'changed',
          rowNumber: 4,
          byHand: true,
          before: { count: 1300 },
          after: { channel: 'web', count: 1200 },
        },
        { kind: 'added', rowNumber: 3, byHand: false, before: null, after: { channel: 'shop', count: 2 } },
        { kind: 'unchanged', rowNumber: 2, byHand: false },
      ],
    },
  })
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`c${n}`, n]))
  const long = await importText(database, 'bookings', bookings(many), {
    dryRun: true,
    profile: defaultProfile('bookings'),
  })
  expect(long.ok && [long.value.added, long.value.preview?.length]).toEqual([300, 200])
})
