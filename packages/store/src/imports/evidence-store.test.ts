import { defaultProfile, REGISTER_IDS, type RegisterId, type TableFault } from '@wayproof/evidence'
import type { Outcome } from '@wayproof/kernel'
import { expect, test } from 'vitest'
import type { Database } from '../engine/database.ts'
import { registerTables } from '../registers/register-tables.ts'
import { importPorts, importText } from '../testing/import-ports.ts'
import { filledDatabase, registerFiles } from '../testing/register-files.ts'
import { openTestDatabase } from '../testing/test-database.ts'

const everything = (database: Database) =>
  [...Object.values(registerTables).map(({ table }) => table), 'import_file'].map((table) =>
    database.read(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  )

const codes = (outcome: Outcome<unknown, TableFault>) =>
  outcome.ok
    ? 'taken'
    : outcome.fault.code === 'bad-rows'
      ? outcome.fault.rows.map(({ rowNumber, column, code }) => `${rowNumber} ${column} ${code}`)
      : outcome.fault.code

test('fills every register from its own file, and changes nothing when each comes again', async () => {
  const database = await filledDatabase()
  expect(database.read('SELECT * FROM policy_check').all()).toHaveLength(2)
  expect(database.read('SELECT counted_year AS y, year_assumed AS a FROM incident ORDER BY id').all()).toEqual([
    { y: 2025, a: 0 },
    { y: 2025, a: 1 },
  ])
  for (const id of REGISTER_IDS) {
    expect(await importText(database, id, registerFiles[id])).toMatchObject({ value: { added: 0, changed: 0 } })
  }
})

test('adds what is new, replaces what differs, and says how many of each', async () => {
  const database = await filledDatabase()
  const again = await importText(
    database,
    'staff-roles',
    'number,role,unit,startDay,endDay\n3,guide,Sales,2025-01-01,\n1,guide,Sales,2024-01-01,2025-06-30\n2,clerk,IT,2024-02-01,2025-03-31\n',
  )
  expect(again).toMatchObject({ ok: true, value: { rows: 3, added: 1, changed: 1, unchanged: 1 } })
  const rows = database.read('SELECT number, end_day AS e, row_number AS n FROM staff_role ORDER BY number').all()
  // The row that did not change keeps the import and row it came by.
  expect(rows).toEqual([
    { number: '1', e: '2025-06-30', n: 3 },
    { number: '2', e: '2025-03-31', n: 3 },
    { number: '3', e: null, n: 2 },
  ])
})

test('a dry run tells the same figures and stores nothing', async () => {
  const database = await filledDatabase()
  const before = everything(database)
  const text = 'id,performedOn,fullScope\na1,2025-06-02,yes\na2,2025-07-01,no\n'
  const dry = await importText(database, 'security-assessments', text, { dryRun: true })
  expect(dry).toMatchObject({ ok: true, value: { rows: 2, added: 1, changed: 1, unchanged: 0 } })
  expect(everything(database)).toEqual(before)
  const taken = await importText(database, 'security-assessments', text)
  expect(dry).toMatchObject(taken)
})

test('a check tells results of nobody on the roster, which are no fault', async () => {
  const database = await filledDatabase()
  const results = 'number,takenAt,score\n77,2025-01-10T10:00:00+08:00,90\n1,2025-01-12T10:00:00+08:00,90\n'
  const checked = await importText(database, 'exam-attempts', results, { dryRun: true })
  expect(checked).toMatchObject({ ok: true, value: { added: 2, offRoster: { numbers: ['77'], total: 1 } } })
  const taken = await importText(database, 'staff-roles', registerFiles['staff-roles'], { dryRun: true })
  expect(taken).toMatchObject({ ok: true, value: { offRoster: { numbers: [], total: 0 } } })
})

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
    'faults of cells and of sound rows at once, in the order of the file',
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
    'leave that a row which cannot be read would have replaced, and leave that overlaps in the file',
    'staff-leave',
    'number,fromDay,toDay\n1,2025-01-01,x\n1,2025-02-03,2025-02-10\n1,2025-02-10,2025-02-12\n',
    ['2 toDay bad-day', '4 fromDay overlapping'],
  ],
  [
    'a page whose address holds a password, or is one of the company’s network',
    'policy-pages',
    'surfaceId,language,url\nweb,zh-CN,https://user:pw@www.example.com/\nweb,en,http://localhost:8080/\nweb,de,http://127.1/\nweb,fr,https://[::ffff:10.0.0.1]/x\nweb,it,http://10.0.0.8/\n',
    [
      '2 url user-in-address',
      '3 url private-address',
      '4 url private-address',
      '5 url private-address',
      '6 url private-address',
    ],
  ],
  [
    'a surface of the company’s network',
    'policy-surfaces',
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\ns9,x,website,http://192.168.0.1/,en,yes,2024-01-01,\n',
    ['2 url private-address'],
  ],
  [
    'countries that there are not, and a cooperation that begins in 2099',
    'partners',
    'id,name,service,processesPersonalData,dataClasses,countries,criticality,onboarded,offboarded\np3,a,b,no,,CN|XX|ZZ|UK,,2099-01-01,\n',
    ['2 countries unknown-country', '2 onboarded too-far-ahead'],
  ],
  [
    'a day of 1800, and one that is none',
    'training-sessions',
    'quarter,heldOn\n2025-Q1,1800-01-01\n2025-Q1,2025-02-30\n',
    ['2 heldOn outside-span', '3 heldOn bad-day'],
  ],
  ['a negative count', 'bookings', 'month,channel,count\n2025-02,w,-1\n', ['2 count bad-number']],
  ['a score over 100', 'exam-attempts', 'number,takenAt,score\n1,2025-01-10T10:00:00Z,101\n', ['2 score bad-number']],
  [
    'a moment without offset',
    'training-completions',
    'number,completedAt\n1,2025-01-10T10:00:00\n',
    ['2 completedAt bad-instant'],
  ],
  [
    'a row with too many cells',
    'policy-versions',
    'version,approvedOn,effectiveOn\n4,2025-02-01,,x\n',
    ['2 null too-many-cells'],
  ],
  [
    'a duplicate id',
    'policy-versions',
    'version,approvedOn,effectiveOn\n4,2025-02-01,\n5,2025-03-01,\n4,2025-02-01,\n',
    ['4 version duplicate'],
  ],
  [
    'a contradiction',
    'policy-versions',
    'version,approvedOn,effectiveOn\n4,2025-02-01,\n4,2025-02-02,\n',
    ['3 version duplicate'],
  ],
  [
    'a version in force before its approval',
    'policy-versions',
    'version,approvedOn,effectiveOn\n4,2025-02-01,2025-01-31\n',
    ['2 effectiveOn out-of-order'],
  ],
  [
    'a page of nothing, in no language, at no address',
    'policy-pages',
    'surfaceId,language,url\nx,EN_us,www.example.com\n',
    ['2 surfaceId unknown-surface', '2 language bad-value', '2 url bad-value'],
  ],
  [
    'an end before the start',
    'staff-leave',
    'number,fromDay,toDay\n1,2025-02-02,2025-02-01\n',
    ['2 toDay out-of-order'],
  ],
  ['an unknown quarter', 'training-sessions', 'quarter,heldOn\n2025-H1,2025-02-02\n', ['2 quarter bad-value']],
  [
    'a session outside its quarter',
    'training-sessions',
    'quarter,heldOn\n2025-Q1,2025-04-01\n',
    ['2 heldOn outside-quarter'],
  ],
  [
    'an audit of nobody',
    'partner-audits',
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np9,2025-05-01,pass,yes,document,\n',
    ['2 partnerId unknown-partner'],
  ],
  [
    'an audit of a partner that is out',
    'partner-audits',
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np2,2024-01-01,pass,yes,document,\np2,2023-12-31,pass,yes,document,\n',
    ['2 reportDate partner-offboarded'],
  ],
  [
    'what has not happened yet',
    'incidents',
    'id,title,occurred,confirmed,disclosure,customerData,state,partnerId,records\ni3,x,2026-01,2026-01-06,yes,yes,confirmed,,\n',
    ['2 confirmed in-future'],
  ],
  [
    'leave that overlaps leave of the register and of the file',
    'staff-leave',
    'number,fromDay,toDay\n1,2025-03-31,2025-04-02\n2,2025-01-01,2025-01-31\n2,2025-01-31,2025-02-01\n3,2025-01-01,2025-01-02\n',
    ['2 fromDay overlapping', '4 fromDay overlapping'],
  ],
  [
    'a check of nothing',
    'policy-checks',
    'surfaceId,languages,version,publishedOn,checkedOn\nx,zh-cn,9,2025-02-02,2025-02-01\n',
    ['2 surfaceId unknown-surface', '2 version unknown-version', '2 languages bad-value', '2 checkedOn out-of-order'],
  ],
  [
    'a form under an unknown notice',
    'collection-points',
    'pointId,form,place,field,mandatory,needed,purpose,noticeVersion,checkedOn\nf,F,paper,x,yes,yes,p,9,2025-02-30\n',
    ['2 place bad-value', '2 checkedOn bad-day'],
  ],
  [
    'an agreement of nobody that ends before it begins',
    'partner-agreements',
    'partnerId,signedOn,expiresOn\np9,2025-02-02,2025-02-01\n',
    ['2 partnerId unknown-partner', '2 expiresOn out-of-order'],
  ],
  [
    'a notice to customers in a language that nobody writes',
    'customer-education',
    'id,title,place,publishedOn,audience,languages\ne,T,website,2025-02-01,all,zh-cn\n',
    ['2 languages bad-value'],
  ],
  [
    'more actions closed than agreed',
    'privacy-meetings',
    'heldOn,minutes,actionsAgreed,actionsClosed\n2025-02-02,yes,2,3\n',
    ['2 actionsClosed bad-number'],
  ],
  [
    'an incident without a date',
    'incidents',
    'id,title,occurred,confirmed,disclosure,customerData,state,partnerId,records\ni3,x,,,yes,yes,confirmed,,\n',
    ['2 occurred required'],
  ],
  [
    'an incident confirmed before it occurred',
    'incidents',
    'id,title,occurred,confirmed,disclosure,customerData,state,partnerId,records\ni3,x,2025-03,2025-02-28,yes,yes,confirmed,p9,\n',
    ['2 confirmed out-of-order', '2 partnerId unknown-partner'],
  ],
  [
    'a severity and a class of data that nobody knows',
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause,dataClasses,partnerId,records,recordsTo\ni4,x,2025-03-02,2025-03-03T23:50:00+08:00,,yes,yes,suspected,grave,,passport|name,,,\n',
    ['2 severity bad-value', '2 dataClasses bad-value'],
  ],
  [
    'dates of an incident out of order on the company’s clocks',
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,partnerId,records,recordsTo\ni3,x,2025-03,2025-03-02T00:10:00+08:00,2025-03-01,yes,yes,confirmed,,9,8\ni4,x,2025-03-02,2025-03-01T23:50:00+08:00,,yes,yes,suspected,,,\n',
    ['2 confirmed out-of-order', '2 recordsTo bad-number', '3 discovered out-of-order'],
  ],
  [
    'a notice of nothing, before it was known, late or not wanted without a reason, of what the law does not ask',
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
    'a partner in a country that is none',
    'partners',
    'id,name,service,processesPersonalData,countries,criticality,onboarded,offboarded\np3,C,bus,yes,CN|China,high,2024-01-01,\n',
    ['2 countries unknown-country'],
  ],
  [
    'audits of nobody, of a partner that is out, with a step left out, and with steps in the wrong order',
    'audit-rounds',
    'partnerId,year,scope,plannedOn,sentOn,answeredOn,reviewedOn,closedOn\np9,2025,all,2025-02-01,,,,\np2,2024,all,2024-01-01,,,,\np1,2024,all,2024-02-01,2024-02-02,,2024-03-01,\np1,2023,all,2023-02-03,2023-02-05,2023-02-04,,\n',
    [
      '2 partnerId unknown-partner',
      '3 plannedOn partner-offboarded',
      '4 answeredOn step-missing',
      '5 answeredOn out-of-order',
    ],
  ],
  [
    'effectiveness checked before the action is done, twice over, and a check that says nothing',
    'audit-findings',
    'id,partnerId,foundOn,finding,severity,action,owner,dueOn,doneOn,checkedOn,effective\nf5,p1,2025-05-01,x,low,a,IT,2025-06-01,,2025-05-20,yes\nf6,p1,2025-05-01,x,low,a,IT,2025-06-01,2025-05-20,2025-05-19,no\nf7,p1,2025-05-01,x,low,,IT,2025-04-30,2025-05-20,2025-05-21,\nf8,p9,2025-05-01,x,low,a,IT,2025-06-01,2025-05-20,,yes\n',
    [
      '2 doneOn step-missing',
      '3 checkedOn out-of-order',
      '4 dueOn out-of-order',
      '4 action step-missing',
      '4 effective step-missing',
      '5 partnerId unknown-partner',
      '5 checkedOn step-missing',
    ],
  ],
  [
    'findings of nothing, due and fixed before they were found',
    'security-findings',
    'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn\nv5,s9,2025-05-02,x,high,IT,2025-05-01,2025-05-01\nv6,a1,2025-06-02,x,worst,IT,2025-06-03,\n',
    ['2 foundIn unknown-examination', '2 dueOn out-of-order', '2 fixedOn out-of-order', '3 severity bad-value'],
  ],
  [
    'a finding of nothing, due and fixed before it was found',
    'security-findings',
    'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn\nv5,s9,2025-05-02,x,high,IT,2025-05-01,2025-05-01\n',
    ['2 foundIn unknown-examination', '2 dueOn out-of-order', '2 fixedOn out-of-order'],
  ],
])('a file with %s is refused, and nothing is stored', async (_, register, text, expected) => {
  const database = await filledDatabase()
  const before = everything(database)
  expect(codes(await importText(database, register, text))).toEqual(expected)
  expect(everything(database)).toEqual(before)
})

test('a repeated key names both rows', async () => {
  const database = await openTestDatabase()
  const outcome = await importText(database, 'bookings', 'month,channel,count\n2025-01,web,1\n2025-01,web,2\n')
  expect(outcome).toMatchObject({
    fault: { code: 'bad-rows', total: 1, rows: [{ rowNumber: 3, otherRow: 2, text: '2025-01, web' }] },
  })
})

test('a fault of the database in the last step leaves no row and no staging table behind', async () => {
  const database = await openTestDatabase()
  await database.write((sql) =>
    sql("CREATE TRIGGER refuse BEFORE INSERT ON import_file BEGIN SELECT raise(ABORT, 'refused'); END").run(),
  )
  await expect(importText(database, 'bookings', registerFiles.bookings)).rejects.toThrow('refused')
  expect(database.read('SELECT count(*) AS n FROM bookings').get()).toEqual({ n: 0 })
  const left = await database.write((sql) => sql('SELECT count(*) AS n FROM temp.sqlite_master').get())
  expect(left).toEqual({ n: 0 })
})

test('two imports at once, and reads between their chunks, do not meet', async () => {
  const database = await openTestDatabase()
  const many = (unit: string) =>
    `number,role,unit,startDay,endDay\n${Array.from({ length: 5_000 }, (_, i) => `${i},${unit},${unit},2024-01-01,`).join('\n')}`
  const both = await Promise.all(['a', 'b'].map((unit) => importText(database, 'staff-roles', many(unit))))
  expect(both).toMatchObject([{ value: { added: 5_000 } }, { value: { added: 5_000 } }])
})

test('5,000 roster rows are staged in chunks, so that no chunk holds the lock for long', async () => {
  const database = await openTestDatabase()
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    rowNumber: i + 2,
    cells: { number: `E${i}`, role: 'employee', unit: 'Sales', startDay: '2024-01-01', endDay: null },
  }))
  const changed: number[] = []
  const write: Database['write'] = database.write.bind(database)
  database.write = (work) =>
    write((sql) => {
      const count = () => sql<{ n: number }>('SELECT total_changes() AS n').get()?.n ?? 0
      const before = count()
      try {
        return work(sql)
      } finally {
        changed.push(count() - before)
      }
    })
  const { evidence } = importPorts(database)
  const origin = { id: 'x', fileName: 'f', digest: 'd', at: 0, by: 'human-resources' }
  await evidence.saveRows('staff-roles', rows, origin)
  // Chunks go to a temporary table; the last write takes all of them over.
  expect(changed.filter((rows) => rows > 0).slice(0, -1)).toEqual([2_000, 2_000, 1_000])
})

test('lists the imports, newest first', async () => {
  const database = await filledDatabase()
  const past = await importPorts(database).evidence.listImports(2)
  expect(past.map(({ register, rowCount, by }) => [register, rowCount, by])).toEqual([
    ['bookings', 2, 'human-resources'],
    ['security-findings', 2, 'human-resources'],
  ])
})

test('the plain form of a register names each field once', () => {
  for (const id of REGISTER_IDS) {
    const columns = registerFiles[id].slice(0, registerFiles[id].indexOf('\n')).split(',')
    expect(Object.values(defaultProfile(id).columns)).toEqual(columns)
  }
})

test('a company knows nothing from before it was there, and leave that replaces itself overlaps nothing', async () => {
  const database = await filledDatabase()
  await database.write((sql) =>
    sql(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, founded_on)
      VALUES (1, 'z', 'e', 'a@x.example', '2024-01-01', '2020-05-01')`).run(),
  )
  const early = await importText(database, 'policy-versions', 'version,approvedOn,effectiveOn\n1,2020-04-30,\n')
  expect(codes(early)).toEqual(['2 approvedOn before-founding'])
  const leave = 'number,fromDay,toDay\n1,2025-01-01,2025-04-30\n1,2025-05-01,2025-05-02\n'
  expect(await importText(database, 'staff-leave', leave)).toMatchObject({ value: { added: 1, changed: 1 } })
})
