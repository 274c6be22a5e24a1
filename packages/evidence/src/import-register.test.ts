import type { Outcome } from '@wayproof/kernel/outcome'
import { expect, test } from 'vitest'
import type { TableFault } from './import/table-fault.ts'
import { addFaults, importTable } from './import-register.ts'
import { defaultProfile } from './profiles/default-profile.ts'
import { importFixture } from './testing/import-fixture.ts'
import { setRows } from './testing/memory-registers.ts'

const bookings = (...rows: string[]) => ['month,channel,count', ...rows]
const roles = (...rows: string[]) => ['number,role,unit,startDay,endDay', ...rows]
const leave = (...rows: string[]) => ['number,fromDay,toDay', ...rows]

/** Faults by row, column and code; the code of a fault of the whole file. */
function faultsOf(outcome: Outcome<unknown, TableFault>): readonly string[] | string {
  if (outcome.ok) return 'imported'
  const { fault } = outcome
  return fault.code === 'bad-rows'
    ? fault.rows.map(({ rowNumber, column, code }) => `${rowNumber} ${column} ${code}`)
    : fault.code
}

test('new rows are added, rows with a known key are replaced, and equal rows change nothing', async () => {
  const { memory, importLines } = importFixture()
  await importLines('bookings', bookings('2026-01,web,10', '2026-01,app,5'))
  const outcome = await importLines('bookings', bookings('2026-01,web,10', '2026-01,app,6', '2026-02,web,9'))
  expect(outcome).toMatchObject({ value: { register: 'bookings', rows: 3, added: 1, changed: 1, unchanged: 1 } })
  expect([...(memory.rows.get('bookings') ?? [])].map(([key, { count }]) => [key, count])).toEqual([
    ['["2026-01","web"]', 10],
    ['["2026-01","app"]', 6],
    ['["2026-02","web"]', 9],
  ])
})

test('an import is recorded with its file, digest, importer and moment', async () => {
  const { memory, clock, importLines } = importFixture()
  const outcome = await importLines('bookings', bookings('2026-01,web,10'), { fileName: 'January.csv' })
  const digest = outcome.ok ? outcome.value.digest : ''
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(memory.imports).toMatchObject([
    { id: 'import-1', register: 'bookings', fileName: 'January.csv', digest, by: 'user-1', at: clock.now() },
  ])
})

test('a file with one bad row stores nothing and reports every fault in the order of the file', async () => {
  const { memory, importLines } = importFixture()
  const rows = ['2026-13,app,-5', '2026-01,web,1', '2030-01,app,5', ',app,x', '2026-01,web,1']
  expect(faultsOf(await importLines('bookings', bookings(...rows)))).toEqual([
    '2 month bad-month',
    '2 count bad-number',
    '4 month in-future',
    '5 month required',
    '5 count bad-number',
    '6 month duplicate',
  ])
  expect([memory.rows.size, memory.imports]).toEqual([0, []])
})

test('a file that is no table is refused as a whole', async () => {
  const { importLines } = importFixture()
  for (const [lines, code] of [
    [[], 'empty-file'],
    [bookings(), 'no-rows'],
    [['month,channel', '2026-01,web'], 'column-missing'],
    [['%PDF-1.7'], 'binary'],
  ] as const)
    expect(faultsOf(await importLines('bookings', lines))).toBe(code)
})

test('a fault names the column of the file, not the field of the register', async () => {
  const { importLines } = importFixture()
  const profile = { ...defaultProfile('bookings'), columns: { month: '月份', channel: '渠道', count: '数量' } }
  const faults = await importLines('bookings', ['月份,渠道,数量', '2026-04,web,1'], { profile })
  expect(faultsOf(faults)).toEqual(['2 月份 in-future'])
})

test('a day is in the future by the time zone of the organization', async () => {
  const { clock, importLines } = importFixture()
  const session = ['quarter,heldOn', '2026-Q1,2026-03-03']
  clock.set('2026-03-02T15:59:59Z')
  expect(faultsOf(await importLines('training-sessions', session))).toEqual(['2 heldOn in-future'])
  clock.set('2026-03-02T16:00:00Z')
  expect(faultsOf(await importLines('training-sessions', session))).toBe('imported')
})

test('rows are checked against the registers: an audit needs its partner', async () => {
  const { importLines } = importFixture()
  const audit = [
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn',
    'p1,2025-05-01,pass,yes,document,',
  ]
  expect(faultsOf(await importLines('partner-audits', audit))).toEqual(['2 partnerId unknown-partner'])
  const partner = ['id,name,service,processesPersonalData,onboarded,offboarded', 'p1,Bus,bus,yes,2023-01-01,']
  await importLines('partners', partner)
  expect(faultsOf(await importLines('partner-audits', audit))).toBe('imported')
})

test('a dry run returns the changes and the rows, and stores nothing', async () => {
  const { memory, importLines } = importFixture()
  await importLines('bookings', bookings('2026-01,web,10'))
  const before = structuredClone(memory)
  const dry = await importLines('bookings', bookings('2026-01,web,11', '2026-02,web,9'), { dryRun: true })
  expect(dry).toMatchObject({
    value: {
      ...{ rows: 2, added: 1, changed: 1, unchanged: 0 },
      preview: [
        { kind: 'changed', rowNumber: 2, before: { count: 10 }, after: { count: 11 } },
        { kind: 'added', rowNumber: 3, before: null, after: { count: 9 } },
      ],
    },
  })
  expect(memory).toEqual(before)
})

test('results of people who are not on the roster are imported and reported: the first 5 numbers and the total', async () => {
  const { importLines } = importFixture()
  await importLines('staff-roles', roles('1,guide,Sales,2024-01-01,'))
  const results = [1, 2, 3, 4, 5, 6, 7].map((number) => `${number},2026-01-10T10:00:00+08:00,90`)
  const outcome = await importLines('exam-attempts', ['number,takenAt,score', ...results])
  expect(outcome).toMatchObject({ value: { added: 7, offRoster: { numbers: ['2', '3', '4', '5', '6'], total: 6 } } })
  const others = await importLines('bookings', bookings('2026-01,web,10'))
  expect(others).toMatchObject({ value: { offRoster: { numbers: [], total: 0 } } })
})

test('leave must not overlap stored leave or other leave of the file, unless it replaces the stored leave', async () => {
  const { importLines } = importFixture()
  await importLines('staff-leave', leave('1,2025-01-01,2025-03-31'))
  const overlapping = leave('1,2025-03-31,2025-04-02', '2,2025-01-01,2025-01-31', '2,2025-01-31,2025-02-01')
  expect(faultsOf(await importLines('staff-leave', overlapping))).toEqual([
    '2 fromDay overlapping',
    '4 fromDay overlapping',
  ])
  const replaced = leave('1,2025-01-01,2025-04-30', '1,2025-05-01,2025-05-02')
  expect(await importLines('staff-leave', replaced)).toMatchObject({ value: { added: 1, changed: 1 } })
})

test('stored leave is not compared while a row is unreadable, because that row may replace it', async () => {
  const { importLines } = importFixture()
  await importLines('staff-leave', leave('1,2025-01-01,2025-03-31'))
  const faults = await importLines('staff-leave', leave('1,2025-01-01,x', '1,2025-02-03,2025-02-10'))
  expect(faultsOf(faults)).toEqual(['2 toDay bad-day'])
})

test('rows are checked again if a register changes during the check', async () => {
  const { memory, ports, importLines } = importFixture()
  await importLines('partners', [
    'id,name,service,processesPersonalData,onboarded,offboarded',
    'p1,Bus,bus,yes,2023-01-01,',
  ])
  const audit = [
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn',
    'p1,2025-05-01,pass,yes,document,',
  ]
  const { held } = ports.evidence
  // Another user removes the partner after the first reading.
  ports.evidence.held = async (staffNumbers) => {
    const read = await held(staffNumbers)
    if (memory.rows.get('partners')?.size) setRows(memory, 'partners', new Map())
    return read
  }
  expect(faultsOf(await importLines('partner-audits', audit))).toEqual(['2 partnerId unknown-partner'])
  expect(memory.rows.has('partner-audits')).toBe(false)
})

test('an import gives up after 5 checks if the registers keep changing', async () => {
  const { memory, ports, importLines } = importFixture()
  const { held } = ports.evidence
  let checks = 0
  ports.evidence.held = async (staffNumbers) => {
    checks += 1
    memory.revision += 1
    return held(staffNumbers)
  }
  expect(faultsOf(await importLines('bookings', bookings('2026-01,web,10')))).toBe('registers-changed')
  expect([checks, memory.rows.size]).toEqual([5, 0])
})

test('a table of an external system is recorded with its request', async () => {
  const { memory, ports } = importFixture()
  const cells = { month: '2026-01', channel: 'web', count: 10 }
  const table = { rows: [{ rowNumber: 1, cells }], rowCount: 1, digest: 'digest', numberColumns: [], absentColumns: [] }
  const receipt = { keyId: 'key-1', askedAs: new Uint8Array(1), bodyHash: new Uint8Array(2) }
  const command = {
    register: 'bookings',
    profile: defaultProfile('bookings'),
    table,
    fileName: 'addRows',
    by: 'key-1',
  } as const
  await importTable(ports, { ...command, dryRun: false, request: { receipt } })
  expect(memory.imports).toMatchObject([{ fileName: 'addRows', digest: 'digest', request: { receipt } }])
})

test('as many faults are listed as asked for, and all are counted', async () => {
  const { ports } = importFixture()
  const unread = { rowNumber: 3, column: 'count', code: 'bad-number', text: 'x', expected: '' } as const
  const sound = [2, 4, 5].map((rowNumber) => ({
    rowNumber,
    cells: { month: '2030-01', channel: `${rowNumber}`, count: 1 },
  }))
  const badRows = await addFaults(ports, {
    ...{ register: 'bookings', profile: defaultProfile('bookings'), sound, mostFaults: 2 },
    fault: { code: 'bad-rows', rows: [unread], total: 1 },
  })
  expect(badRows).toMatchObject({ code: 'bad-rows', total: 4, rows: [{ rowNumber: 2 }, { rowNumber: 3 }] })
})
