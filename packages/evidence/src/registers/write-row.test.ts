import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { REGISTER_IDS, type RegisterId, registers } from '../register.ts'
import { cellText } from '../rows/cell-text.ts'
import type { Texts } from '../rows/read-cells.ts'
import { referencesTo } from '../rows/references.ts'
import { type WriteRow, writeRow } from '../rows/write-row.ts'
import { importText } from '../testing/import-ports.ts'
import { filledDatabase } from '../testing/register-files.ts'
import { registerTables } from './register-tables.ts'
import { rowStore } from './row-store.ts'

const NOW = Date.UTC(2026, 0, 7)

function desk(database: StoreDatabase, register: RegisterId) {
  const rows = rowStore(database)
  const write = (what: WriteRow['what'], reason = 'a slip of the pen') =>
    writeRow({ rows, clock: { now: () => NOW }, timeZone: 'Asia/Shanghai' }, { register, what, reason, by: 'officer' })
  const all = async () => (await rows.page(register, { find: '', filters: [], sort: null, offset: 0, limit: 50 })).rows
  const texts = (cells: Readonly<Record<string, unknown>>): Texts =>
    Object.fromEntries(
      registers[register].fields.map((field) => [field.name, cellText(field, cells[field.name] as never)]),
    )
  return { rows, write, all, texts }
}

const stored = (database: StoreDatabase, register: RegisterId) =>
  database.query.all(`SELECT * FROM ${registerTables[register].table} ORDER BY 1, 2`)
const historyRows = (database: StoreDatabase) => database.query.all('SELECT * FROM register_change ORDER BY number')

test('a row of every register can be removed and restored, with its file and row number', async () => {
  const database = await filledDatabase()
  // In reverse order, because other rows refer to the first registers.
  for (const register of REGISTER_IDS.toReversed()) {
    const before = await stored(database, register)
    const { rows, write, all, texts } = desk(database, register)
    for (const row of await all()) {
      const seen = texts(row.cells)
      const removed = await write({ kind: 'remove', key: row.key, seen }, 'entered twice')
      if (!removed.ok && removed.fault.code === 'row-referred-to') continue
      expect([register, removed]).toEqual([register, { ok: true, value: [row.key] }])
      expect(await rows.find(register, row.key)).toBeNull()
      expect(await rows.removed(register)).toMatchObject([
        { key: row.key, cells: row.cells, by: 'officer', reason: 'entered twice' },
      ])
      expect(await write({ kind: 'restore', key: row.key })).toMatchObject({ ok: true })
      expect(await rows.find(register, row.key)).toEqual(row)
      expect(await rows.removed(register)).toEqual([])
    }
    expect(await stored(database, register)).toEqual(before)
  }
})

test('a correction records its author, moment and reason, and the row before and after', async () => {
  const database = await filledDatabase()
  const { rows, write, all, texts } = desk(database, 'partners')
  const [row] = await all()
  const seen = texts(row?.cells ?? {})
  expect(
    await write({ kind: 'correct', key: '["p1"]', seen, texts: { ...seen, name: 'Trip', offboarded: '2025-12-31' } }),
  ).toEqual({
    ok: true,
    value: ['["p1"]'],
  })
  expect(await rows.find('partners', '["p1"]')).toEqual({
    ...row,
    cells: { ...row?.cells, name: 'Trip', offboarded: '2025-12-31' },
  })
  expect(await rows.history('partners', '["p1"]')).toEqual([
    {
      at: NOW,
      by: 'officer',
      reason: 'a slip of the pen',
      file: null,
      undone: null,
      before: row?.cells,
      after: { ...row?.cells, name: 'Trip', offboarded: '2025-12-31' },
      cameWith: { fileName: 'partners.csv', rowNumber: 2 },
    },
  ])
})

test('an import that replaces a row stores the previous one in the history', async () => {
  const database = await filledDatabase()
  await importText(
    database,
    'security-assessments',
    'id,performedOn,fullScope\na1,2025-06-02,yes\na2,2025-07-01,no\n',
    { fileName: 'b.csv' },
  )
  const { history } = rowStore(database)
  expect(await history('security-assessments', '["a1"]')).toMatchObject([
    { file: 'b.csv', reason: null, before: { performedOn: '2025-06-01' }, after: { performedOn: '2025-06-02' } },
  ])
  expect(await history('security-assessments', '["a2"]')).toEqual([])
})

test('a correction of a row that another user has just changed is refused with the current row', async () => {
  const database = await filledDatabase()
  const { write, all, texts } = desk(database, 'training-sessions')
  const seen = texts((await all())[0]?.cells ?? {})
  const correct = (heldOn: string) => write({ kind: 'correct', key: '["2025-Q1"]', seen, texts: { ...seen, heldOn } })
  const both = await Promise.all([correct('2025-03-30'), correct('2025-03-29')])
  const [now] = (await all()).map(({ cells }) => String(cells.heldOn))
  expect(both.toSorted((one, other) => Number(other.ok) - Number(one.ok))).toEqual([
    { ok: true, value: ['["2025-Q1"]'] },
    { ok: false, fault: { code: 'row-changed', changes: [{ field: 'heldOn', seen: '2025-03-31', now }] } },
  ])
  expect(await write({ kind: 'remove', key: '["2025-Q1"]', seen })).toMatchObject({ fault: { code: 'row-changed' } })
  expect(await historyRows(database)).toHaveLength(1)
})

test('a manual row passes the checks of an import, and an invalid one is refused', async () => {
  const database = await filledDatabase()
  const { write } = desk(database, 'partner-audits')
  const good = { partnerId: 'p1', reportDate: '2025-06-01', result: 'pass', fullScope: 'yes', evidenceClass: 'on-site' }
  const refused = async (texts: Texts) => {
    const outcome = await write({ kind: 'add', texts })
    return outcome.ok || outcome.fault.code !== 'bad-cells'
      ? outcome
      : outcome.fault.cells.map(({ column, code }) => `${column} ${code}`)
  }
  const before = [await stored(database, 'partner-audits'), await historyRows(database)]
  expect(await refused({})).toEqual(
    ['partnerId', 'reportDate', 'result', 'fullScope', 'evidenceClass'].map((f) => `${f} required`),
  )
  expect(await refused({ ...good, reportDate: '2025-02-30', result: 'perhaps' })).toEqual([
    'reportDate bad-day',
    'result bad-value',
  ])
  expect(await refused({ ...good, partnerId: 'p9' })).toEqual(['partnerId unknown-partner'])
  expect(await refused({ ...good, partnerId: 'p\u202e1' })).toEqual(['partnerId bad-character'])
  expect(await refused({ ...good, reportDate: '2025-05-01' })).toEqual({ ok: false, fault: { code: 'row-exists' } })
  expect([await stored(database, 'partner-audits'), await historyRows(database)]).toEqual(before)
  expect(await refused(good)).toEqual({ ok: true, value: ['["p1","2025-06-01"]'] })
})

test('a manual policy check of two languages is two rows, and a second check of the same language is refused', async () => {
  const database = await filledDatabase()
  const { write, rows } = desk(database, 'policy-checks')
  const texts = {
    surfaceId: 'web',
    languages: 'en|zh-CN',
    version: '3',
    publishedOn: '2025-01-02',
    checkedOn: '2025-02-20',
  }
  expect(await write({ kind: 'add', texts })).toMatchObject({
    value: [expect.stringContaining('"en"'), expect.any(String)],
  })
  expect(await rows.find('policy-checks', '["web","en","3","2025-02-20"]')).toMatchObject({
    origin: null,
    cells: { languages: ['en'] },
  })
  expect(await write({ kind: 'add', texts: { ...texts, languages: 'en|fr' } })).toMatchObject({
    fault: { code: 'row-exists' },
  })
})

test('a row that others refer to, an unknown row, a missing reason, no change and another key are refused', async () => {
  const database = await filledDatabase()
  const { write, all, texts } = desk(database, 'partners')
  const [p1] = await all()
  const seen = texts(p1?.cells ?? {})
  const code = async (outcome: ReturnType<typeof write>) => {
    const { ok, ...rest } = await outcome
    return ok ? 'written' : (rest as { fault: { code: string } }).fault.code
  }
  expect(await write({ kind: 'remove', key: '["p1"]', seen })).toEqual({
    ok: false,
    fault: { code: 'row-referred-to', registers: referencesTo('partners').map(([register]) => register) },
  })
  expect(await code(write({ kind: 'remove', key: '["p9"]', seen }))).toBe('row-unknown')
  expect(await code(write({ kind: 'restore', key: '["p1"]' }))).toBe('row-unknown')
  expect(await code(write({ kind: 'correct', key: '["p1"]', seen, texts: { ...seen, name: 'x' } }, '  '))).toBe(
    'reason-missing',
  )
  expect(await code(write({ kind: 'correct', key: '["p1"]', seen, texts: seen }))).toBe('row-unchanged')
  expect(await code(write({ kind: 'correct', key: '["p1"]', seen, texts: { ...seen, id: 'p3' } }))).toBe('key-changed')
  expect(await historyRows(database)).toEqual([])
})

test('a row cannot be restored after its partner was removed', async () => {
  const database = await openTestDatabase()
  await importText(
    database,
    'partners',
    'id,name,service,processesPersonalData,onboarded,offboarded\np1,A,bus,yes,2023-01-01,\n',
  )
  await importText(
    database,
    'partner-audits',
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np1,2025-05-01,pass,yes,on-site,\n',
  )
  const audits = desk(database, 'partner-audits')
  const partners = desk(database, 'partners')
  const [audit] = await audits.all()
  const [partner] = await partners.all()
  await audits.write({ kind: 'remove', key: audit?.key ?? '', seen: audits.texts(audit?.cells ?? {}) })
  expect(
    await partners.write({ kind: 'remove', key: '["p1"]', seen: partners.texts(partner?.cells ?? {}) }),
  ).toMatchObject({ ok: true })
  expect(await audits.write({ kind: 'restore', key: audit?.key ?? '' })).toMatchObject({
    fault: { code: 'bad-cells', cells: [{ column: 'partnerId', code: 'unknown-partner' }] },
  })
})
