import { defaultProfile, REGISTER_IDS, type RegisterId, type TableFault } from '@wayproof/evidence'
import type { Outcome } from '@wayproof/kernel'
import { expect, test } from 'vitest'
import { registerTables } from './evidence-tables.ts'
import type { Database } from './sqlite/database.ts'
import { importPorts, importText } from './testing/import-ports.ts'
import { openTestDatabase } from './testing/test-database.ts'

/** A good file of every register, in an order in which each finds what it refers to. */
const files: Record<RegisterId, string> = {
  'staff-roles': 'number,role,unit,startDay,endDay\n1,guide,Sales,2024-01-01,\n2,clerk,IT,2024-02-01,2025-03-31\n',
  'staff-leave': 'number,fromDay,toDay\n1,2025-01-01,2025-03-31\n',
  'training-completions': 'number,completedAt\n1,2025-01-10T09:30:00+08:00\n',
  'exam-attempts': 'number,takenAt,score\n1,2025-01-10T10:00:00+08:00,79\n1,2025-01-11T10:00:00+08:00,92\n',
  'training-sessions': 'quarter,heldOn\n2025-Q1,2025-03-31\n',
  partners:
    'id,name,service,processesPersonalData,onboarded,offboarded\np1,携程,ota,yes,2023-01-01,\np2,B,bus,no,2023-01-01,2024-01-01\n',
  'partner-audits':
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np1,2025-05-01,fail,yes,on-site,2025-08-01\n',
  incidents:
    'id,title,occurred,confirmed,disclosure,customerData,state,partnerId,records\ni1,Lost list,2024-12,2025-01-04,yes,yes,confirmed,p1,12\ni2,Odd mail,2025,,unknown,no,suspected,,\n',
  'security-assessments': 'id,performedOn,fullScope\na1,2025-06-01,yes\n',
  'policy-versions': 'version,approvedOn,effectiveOn\n3,2025-01-01,\n',
  'policy-surfaces':
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\nweb,Website,website,https://example.com,zh-CN|en,yes,2020-01-01,\n',
  'policy-pages': 'surfaceId,language,url\nweb,en,https://example.com/en/privacy\nweb,zh-CN,\n',
  'policy-checks': 'surfaceId,languages,version,publishedOn,checkedOn\nweb,zh-CN|en,3,2025-01-02,2025-01-20\n',
  'collection-points':
    'pointId,form,place,field,mandatory,needed,purpose,noticeVersion,checkedOn\nf1,Booking,online,name,yes,yes,booking,3,2025-02-01\nf1,Booking,online,birthday,no,no,greeting,,2025-02-01\n',
  'partner-agreements': 'partnerId,signedOn,expiresOn\np1,2025-01-01,2026-12-31\n',
  'privacy-meetings': 'heldOn,minutes,actionsAgreed,actionsClosed\n2025-02-01,yes,3,2\n',
  systems: 'id,name,customerData,encryptedAtRest,encryptedInTransit,checkedOn\ncrm,CRM,yes,yes,no,2025-02-01\n',
  'security-scans': 'id,kind,performedOn\ns1,scan,2025-02-01\n',
  bookings: 'month,channel,count\n2025-01,web,1200\n2025-01,app,0\n',
}

async function filled(): Promise<Database> {
  const database = await openTestDatabase()
  for (const id of REGISTER_IDS) {
    const outcome = await importText(database, id, files[id])
    if (!outcome.ok) throw new Error(`${id}: ${JSON.stringify(outcome.fault)}`)
  }
  return database
}

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
  const database = await filled()
  expect(database.read('SELECT * FROM policy_check').all()).toHaveLength(2)
  expect(database.read('SELECT counted_year AS y, year_assumed AS a FROM incident ORDER BY id').all()).toEqual([
    { y: 2025, a: 0 },
    { y: 2025, a: 1 },
  ])
  for (const id of REGISTER_IDS) {
    expect(await importText(database, id, files[id])).toMatchObject({ value: { added: 0, changed: 0 } })
  }
})

test('adds what is new, replaces what differs, and says how many of each', async () => {
  const database = await filled()
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
  const database = await filled()
  const before = everything(database)
  const text = 'id,performedOn,fullScope\na1,2025-06-02,yes\na2,2025-07-01,no\n'
  const dry = await importText(database, 'security-assessments', text, { dryRun: true })
  expect(dry).toMatchObject({ ok: true, value: { rows: 2, added: 1, changed: 1, unchanged: 0 } })
  expect(everything(database)).toEqual(before)
  expect(await importText(database, 'security-assessments', text)).toEqual(dry)
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
])('a file with %s is refused, and nothing is stored', async (_, register, text, expected) => {
  const database = await filled()
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
  await expect(importText(database, 'bookings', files.bookings)).rejects.toThrow('refused')
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

test('five thousand roster rows take under a second, and no write holds the lock for 50 ms', async () => {
  const database = await openTestDatabase()
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    rowNumber: i + 2,
    cells: { number: `E${i}`, role: 'employee', unit: 'Sales', startDay: '2024-01-01', endDay: null },
  }))
  const held: number[] = []
  const write: Database['write'] = database.write.bind(database)
  database.write = (work) =>
    write((sql) => {
      // Time of this thread: what a busy machine takes away from it is not ours to judge.
      const began = process.threadCpuUsage()
      try {
        return work(sql)
      } finally {
        const { user, system } = process.threadCpuUsage(began)
        held.push((user + system) / 1000)
      }
    })
  const { evidence } = importPorts(database)
  const began = performance.now()
  const origin = { id: 'x', fileName: 'f', digest: 'd', at: 0, by: 'hr' }
  await evidence.saveRows('staff-roles', rows, origin)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(Math.max(...held)).toBeLessThan(50)
  expect(held.length).toBeGreaterThan(4)
})

test('lists the imports, newest first', async () => {
  const database = await filled()
  const past = await importPorts(database).evidence.listImports(2)
  expect(past.map(({ register, rowCount, by }) => [register, rowCount, by])).toEqual([
    ['bookings', 2, 'hr'],
    ['security-scans', 1, 'hr'],
  ])
})

test('the plain form of a register names each field once', () => {
  for (const id of REGISTER_IDS) {
    const columns = files[id].slice(0, files[id].indexOf('\n')).split(',')
    expect(Object.values(defaultProfile(id).columns)).toEqual(columns)
  }
})
