import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { Outcome } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import type { TableFault } from '../import/table-fault.ts'
import { defaultProfile } from '../profiles/default-profile.ts'
import { REGISTER_IDS, type RegisterId } from '../register.ts'
import { registerTables } from '../registers/register-tables.ts'
import { importPorts, importText } from '../testing/import-ports.ts'
import { filledDatabase, registerFiles } from '../testing/register-files.ts'

const everything = (database: StoreDatabase) =>
  Promise.all(
    [...Object.values(registerTables).map(({ table }) => table), 'import_file'].map((table) =>
      database.query.all(`SELECT * FROM ${table} ORDER BY 1, 2`),
    ),
  )

const codes = (outcome: Outcome<unknown, TableFault>) =>
  outcome.ok
    ? 'taken'
    : outcome.fault.code === 'bad-rows'
      ? outcome.fault.rows.map(({ rowNumber, column, code }) => `${rowNumber} ${column} ${code}`)
      : outcome.fault.code

test('fills every register from its own file, and changes nothing when each is imported again', async () => {
  const database = await filledDatabase()
  expect(await database.query.all('SELECT * FROM policy_check')).toHaveLength(2)
  expect(await database.query.all('SELECT counted_year AS y, year_assumed AS a FROM incident ORDER BY id')).toEqual([
    { y: 2025, a: 0 },
    { y: 2025, a: 1 },
  ])
  for (const id of REGISTER_IDS) {
    expect(await importText(database, id, registerFiles[id])).toMatchObject({ value: { added: 0, changed: 0 } })
  }
})

test('adds new rows, replaces those that differ, and counts both', async () => {
  const database = await filledDatabase()
  const again = await importText(
    database,
    'staff-roles',
    'number,role,unit,startDay,endDay\n3,guide,Sales,2025-01-01,\n1,guide,Sales,2024-01-01,2025-06-30\n2,clerk,IT,2024-02-01,2025-03-31\n',
  )
  expect(again).toMatchObject({ ok: true, value: { rows: 3, added: 1, changed: 1, unchanged: 1 } })
  const rows = await database.query.all('SELECT number, end_day AS e, row_number AS n FROM staff_role ORDER BY number')
  // The unchanged row remains assigned to its earlier import.
  expect(rows).toEqual([
    { number: '1', e: '2025-06-30', n: 3 },
    { number: '2', e: '2025-03-31', n: 3 },
    { number: '3', e: null, n: 2 },
  ])
})

test('a dry run returns the same figures and stores nothing', async () => {
  const database = await filledDatabase()
  const before = await everything(database)
  const text = 'id,performedOn,fullScope\na1,2025-06-02,yes\na2,2025-07-01,no\n'
  const dry = await importText(database, 'security-assessments', text, { dryRun: true })
  expect(dry).toMatchObject({ ok: true, value: { rows: 2, added: 1, changed: 1, unchanged: 0 } })
  expect(await everything(database)).toEqual(before)
  const taken = await importText(database, 'security-assessments', text)
  expect(dry).toMatchObject(taken)
})

test('a check reports results of people who are not on the roster, which are not a fault', async () => {
  const database = await filledDatabase()
  const results = 'number,takenAt,score\n77,2025-01-10T10:00:00+08:00,90\n1,2025-01-12T10:00:00+08:00,90\n'
  const checked = await importText(database, 'exam-attempts', results, { dryRun: true })
  expect(checked).toMatchObject({ ok: true, value: { added: 2, offRoster: { numbers: ['77'], total: 1 } } })
  const taken = await importText(database, 'staff-roles', registerFiles['staff-roles'], { dryRun: true })
  expect(taken).toMatchObject({ ok: true, value: { offRoster: { numbers: [], total: 0 } } })
})

// Each register's own rules are tested in packages/evidence; these cases read stored rows from the database.
test.each<[string, RegisterId, string, string | string[]]>([
  ['not CSV', 'bookings', '%PDF-1.7', 'binary'],
  ['empty', 'bookings', '', 'empty-file'],
  ['a missing column', 'bookings', 'month,channel\n2025-02,web\n', 'column-missing'],
  [
    'a bad month after a good row',
    'bookings',
    'month,channel,count\n2025-02,w,1\n2025-13,w,1\n',
    ['3 month bad-month'],
  ],
  [
    'faults of cells and of whole rows, in the order of the file',
    'bookings',
    'month,channel,count\n2025-13,app,-5\n2030-01,app,5\n,app,x\n2025-02,web,1\n2025-02,web,1\n',
    [
      '2 month bad-month',
      '2 count bad-number',
      '3 month in-future',
      '4 month required',
      '4 count bad-number',
      '6 month duplicate',
    ],
  ],
  [
    'an unreadable row that may replace stored leave, and overlapping leave',
    'staff-leave',
    'number,fromDay,toDay\n1,2025-01-01,x\n1,2025-02-03,2025-02-10\n1,2025-02-10,2025-02-12\n',
    ['2 toDay bad-day', '4 fromDay overlapping'],
  ],
  [
    'a page of an unknown surface',
    'policy-pages',
    'surfaceId,language,url\nx,EN_us,www.example.com\n',
    ['2 surfaceId unknown-surface', '2 language bad-value', '2 url bad-value'],
  ],
  [
    'an audit of an offboarded partner',
    'partner-audits',
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np2,2024-01-01,pass,yes,document,\np2,2023-12-31,pass,yes,document,\n',
    ['2 reportDate partner-offboarded'],
  ],
  [
    'leave that overlaps leave of the register or of the file',
    'staff-leave',
    'number,fromDay,toDay\n1,2025-03-31,2025-04-02\n2,2025-01-01,2025-01-31\n2,2025-01-31,2025-02-01\n3,2025-01-01,2025-01-02\n',
    ['2 fromDay overlapping', '4 fromDay overlapping'],
  ],
  [
    'a check of an unknown surface and version',
    'policy-checks',
    'surfaceId,languages,version,publishedOn,checkedOn\nx,zh-cn,9,2025-02-02,2025-02-01\n',
    ['2 surfaceId unknown-surface', '2 version unknown-version', '2 languages bad-value', '2 checkedOn out-of-order'],
  ],
  [
    'a notice of an unknown incident, or late by the incident’s moment of awareness',
    'incident-notices',
    'incidentId,duty,wanted,notifiedAt,facts,reference,reason\ni9,gdpr-33,yes,,,,\ni1,gdpr-33,yes,2025-01-06T23:50:01+08:00,,,\ni1,gdpr-34,no,,,,\ni1,pipl-57,yes,2025-01-03T23:49:59+08:00,traces,,\n',
    [
      '2 incidentId unknown-incident',
      '3 reason reason-for-delay',
      '4 reason reason-wanted',
      '5 notifiedAt out-of-order',
      '5 facts bad-value',
    ],
  ],
  [
    'a finding of an unknown examination',
    'security-findings',
    'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn\nv5,s9,2025-05-02,x,high,IT,2025-05-01,2025-05-01\nv6,a1,2025-06-02,x,worst,IT,2025-06-03,\n',
    ['2 foundIn unknown-examination', '2 dueOn out-of-order', '2 fixedOn out-of-order', '3 severity bad-value'],
  ],
])('a file with %s is refused, and nothing is stored', async (_, register, text, expected) => {
  const database = await filledDatabase()
  const before = await everything(database)
  expect(codes(await importText(database, register, text))).toEqual(expected)
  expect(await everything(database)).toEqual(before)
})

test('a repeated key is reported with both rows', async () => {
  const database = await openTestDatabase()
  const outcome = await importText(database, 'bookings', 'month,channel,count\n2025-01,web,1\n2025-01,web,2\n')
  expect(outcome).toMatchObject({
    fault: { code: 'bad-rows', total: 1, rows: [{ rowNumber: 3, otherRow: 2, text: '2025-01, web' }] },
  })
})

test('two concurrent imports, and reads between their chunks, do not disturb each other', async () => {
  const database = await openTestDatabase()
  const many = (unit: string) =>
    `number,role,unit,startDay,endDay\n${Array.from({ length: 5_000 }, (_, i) => `${i},${unit},${unit},2024-01-01,`).join('\n')}`
  const both = await Promise.all(['a', 'b'].map((unit) => importText(database, 'staff-roles', many(unit))))
  expect(both).toMatchObject([{ value: { added: 5_000 } }, { value: { added: 5_000 } }])
})

test('lists the imports, newest first', async () => {
  const database = await filledDatabase()
  const past = await importPorts(database).evidence.listImports(2)
  expect(past.map(({ register, rowCount, by }) => [register, rowCount, by])).toEqual([
    ['bookings', 2, 'human-resources'],
    ['security-findings', 2, 'human-resources'],
  ])
})

test('the answer of a request is stored once, with its rows', async () => {
  const database = await openTestDatabase()
  const { evidence } = importPorts(database)
  const rows = [{ rowNumber: 1, cells: { month: '2026-01', channel: 'web', count: 1 } }]
  const receipt = { keyId: 'key', askedAs: Uint8Array.of(1), bodyHash: Uint8Array.of(2) }
  const send = (id: string) => {
    const origin = { id, fileName: 'putRows', digest: 'd', at: 1_500, by: 'system', request: { receipt } }
    return evidence.saveRows('bookings', rows, origin)
  }
  expect(await send('a')).toEqual({ added: 1, changed: 0, unchanged: 0 })
  await expect(send('b')).rejects.toThrow()
  expect(await database.query.all('SELECT id, by_key AS byKey FROM import_file')).toEqual([{ id: 'a', byKey: 1 }])
  expect(await database.query.all('SELECT answer, at FROM api_answer')).toEqual([
    { answer: '{"rows":1,"added":1,"changed":0,"unchanged":0}', at: 1_500 },
  ])
})

test('the plain form of a register names each field once', () => {
  for (const id of REGISTER_IDS) {
    const columns = registerFiles[id].slice(0, registerFiles[id].indexOf('\n')).split(',')
    expect(Object.values(defaultProfile(id).columns)).toEqual(columns)
  }
})

test('rows from before the founding of the company are refused, and leave that replaces itself does not overlap', async () => {
  const database = await filledDatabase()
  await database.write((query) =>
    query.run(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, founded_on)
      VALUES (1, 'z', 'e', 'a@x.example', '2024-01-01', '2020-05-01')`),
  )
  const early = await importText(database, 'policy-versions', 'version,approvedOn,effectiveOn\n1,2020-04-30,\n')
  expect(codes(early)).toEqual(['2 approvedOn before-founding'])
  const leave = 'number,fromDay,toDay\n1,2025-01-01,2025-04-30\n1,2025-05-01,2025-05-02\n'
  expect(await importText(database, 'staff-leave', leave)).toMatchObject({ value: { added: 1, changed: 1 } })
})
