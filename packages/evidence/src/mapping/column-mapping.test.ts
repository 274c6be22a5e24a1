import { expect, test } from 'vitest'
import { readTable } from '../import/read-table.ts'
import { registers } from '../register.ts'
import { fileOf } from '../testing/a-file.ts'
import { workbookOf } from '../testing/a-workbook.ts'
import { type ColumnMapping, faultOfMapping, profileOf } from './column-mapping.ts'
import type { FileColumns } from './file-columns.ts'
import { proposeMapping } from './mapping-proposal.ts'
import { readColumns } from './read-columns.ts'

const { fields } = registers['exam-attempts']
const names = { number: ['Staff number', '工号'], takenAt: ['Taken', '考试时间'], score: ['Score', '成绩'] }
const lms = '工号;姓名;考试 时间;结果\n0017;王;03/04/2026 09:30;通过\n0018;李;05/04/2026;未通过\n'

async function columnsIn(content: string | Uint8Array, said = {}): Promise<FileColumns> {
  const outcome = await readColumns(fileOf(content, 7), said)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}
const mapped = (columns: Record<string, string | null>, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  encoding: 'utf-8',
  delimiter: ';',
  dayFormat: 'D/M/YYYY',
  columns: Object.entries(columns).map(([heading, field]) => ({ heading, field })),
  constants: {},
  words: {},
  ...more,
})

test('an export with other headings gets a proposal by name and is read by the officer’s mapping', async () => {
  const file = await columnsIn(lms)
  expect(file).toMatchObject({ form: 'text', encoding: 'utf-8', delimiter: ';', rows: 2 })
  const { mapping } = proposeMapping(fields, names, file, null)
  expect(mapping.columns.map(({ field }) => field)).toEqual(['number', null, 'takenAt', null])
  // 3 April or 4 March: only the officer knows.
  expect(mapping.dayFormat).toBeNull()
  expect(faultOfMapping(fields, mapping)).toEqual({ code: 'field-unmapped', fields: ['score'] })
  const columnMapping = mapped(
    { 工号: 'number', 姓名: null, '考试 时间': 'takenAt', 结果: 'score' },
    { words: { score: { 通过: '100', 未通过: '0' } } },
  )
  expect(faultOfMapping(fields, columnMapping)).toBeNull()
  const table = await readTable(fileOf(lms), fields, profileOf(columnMapping, fields, 'Asia/Shanghai'))
  expect(table).toMatchObject({
    ok: true,
    value: {
      rows: [
        { rowNumber: 2, cells: { number: '0017', takenAt: Date.parse('2026-04-03T09:30:00+08:00'), score: 100 } },
        { rowNumber: 3, cells: { number: '0018', takenAt: Date.parse('2026-04-05T00:00:00+08:00'), score: 0 } },
      ],
    },
  })
  const american = profileOf({ ...columnMapping, dayFormat: 'M/D/YYYY' }, fields, 'Asia/Shanghai')
  const outcome = await readTable(fileOf(lms), fields, american)
  expect(outcome.ok && outcome.value.rows[0]?.cells.takenAt).toBe(Date.parse('2026-03-04T09:30:00+08:00'))
  // An unmapped word is still a fault of its row, and so is a spreadsheet's error value.
  for (const text of ['缺考', '#REF!']) {
    const odd = await readTable(fileOf(lms.replace('未通过', text)), fields, american)
    expect(odd).toMatchObject({ ok: false, fault: { rows: [{ rowNumber: 3, column: '结果' }] } })
  }
})

test('a title above the headings is no heading', async () => {
  const { columns, rows, delimiter } = await columnsIn(`2026 年考试成绩\n\n${lms}`)
  expect([columns.map(({ heading }) => heading), rows, delimiter]).toEqual([
    ['工号', '姓名', '考试 时间', '结果'],
    2,
    ';',
  ])
  const sheets = [{ rows: [['说明']] }, { rows: [['2026 年考试成绩'], ['工号', '姓名'], ['0017', '王']] }]
  const workbook = await columnsIn(workbookOf({ sheets }))
  expect(workbook.columns.map(({ heading }) => heading)).toEqual(['工号', '姓名'])
})

test('a date format that one cell decides is not asked for; a column that fits no format is', async () => {
  const formOf = async (day: string) =>
    proposeMapping(fields, names, await columnsIn(lms.replace('05/04/2026', day)), null).mapping.dayFormat
  expect(await formOf('25/04/2026')).toBe('D/M/YYYY')
  expect(await formOf('05/24/2026')).toBe('M/D/YYYY')
  expect(await formOf('2026-04-24')).toBeNull()
  const serials = workbookOf({
    sheets: [
      {
        rows: [
          ['Taken', 'Score'],
          [{ xml: '<c s="1"><v>46056</v></c>' }, 70],
        ],
      },
    ],
    formats: [14],
  })
  const workbook = await columnsIn(serials)
  expect(workbook).toMatchObject({ form: 'workbook', columns: [{ texts: ['2026-02-03'] }, { texts: ['70'] }] })
  expect(proposeMapping(fields, names, workbook, null).mapping.dayFormat).toBe('YYYY-MM-DD')
})

test('an earlier mapping is proposed again, and missing columns are named', async () => {
  const before = mapped(
    { 'Employee No.': 'number', 'Done on': 'takenAt', Region: null },
    { constants: { score: '100' }, words: { takenAt: { never: '' } } },
  )
  const earlier = { mapping: before, on: '2026-05-01', by: 'HR' }
  const fileColumns = await columnsIn('employee no,DONE ON,Score\n1,03/04/2026,5\n')
  const proposal = proposeMapping(fields, names, fileColumns, earlier)
  expect(proposal.mapping).toMatchObject({
    delimiter: ',',
    dayFormat: 'D/M/YYYY',
    columns: [{ field: 'number' }, { field: 'takenAt' }, { heading: 'Score', field: null }],
    constants: { score: '100' },
  })
  expect(proposal).toMatchObject({ earlier: { on: '2026-05-01', by: 'HR' }, vanished: [] })
  const mappingProposal = proposeMapping(fields, names, await columnsIn('Employee No.\n1\n'), earlier)
  expect(mappingProposal.vanished).toEqual(['Done on'])
  expect(faultOfMapping(fields, mappingProposal.mapping)).toEqual({ code: 'field-unmapped', fields: ['takenAt'] })
})

test('a contradictory mapping is refused with its reason', () => {
  const fault = (columns: Record<string, string | null>, more: Partial<ColumnMapping> = {}) =>
    faultOfMapping(fields, mapped(columns, more))
  const full = { A: 'number', B: 'takenAt', C: 'score' }
  expect(fault({ ...full, D: 'score' })).toEqual({ code: 'field-twice', fields: ['score'] })
  expect(fault(full, { constants: { score: '1' } })).toEqual({ code: 'field-twice', fields: ['score'] })
  expect(fault({ ...full, D: 'salary' })).toEqual({ code: 'field-unknown', fields: ['salary'] })
  expect(fault(full, { words: { __proto__x: {} } })).toEqual({ code: 'field-unknown', fields: ['__proto__x'] })
  expect(fault({ '': 'number', B: 'takenAt', C: 'score' })).toEqual({ code: 'heading-empty', places: [1] })
  expect(fault(full, { dayFormat: null })).toEqual({ code: 'day-format-missing', columns: ['B'] })
  const columnMapping = mapped(full)
  const columns = [...columnMapping.columns, { heading: 'A', field: null }]
  expect(faultOfMapping(fields, { ...columnMapping, columns })).toEqual({ code: 'heading-twice', columns: ['A'] })
  // Unused headings may be empty or equal.
  const spare = { heading: '', field: null }
  expect(faultOfMapping(fields, { ...columnMapping, columns: [...columnMapping.columns, spare, spare] })).toBeNull()
})

test('a file without a table is reported, and GB18030 and tabs are detected', async () => {
  expect(await readColumns(fileOf(''), {})).toMatchObject({ fault: { code: 'empty-file' } })
  expect(await readColumns(fileOf('a,b\n'), {})).toMatchObject({ fault: { code: 'no-rows' } })
  expect(await readColumns(fileOf(`${'a,'.repeat(1_001)}\n1\n`), {})).toMatchObject({
    fault: { code: 'too-many-columns' },
  })
  const gb = Buffer.from([0xb9, 0xa4, 0xba, 0xc5, 0x09, 0x78, 0x0a, 0x31, 0x09, 0x32])
  expect(await columnsIn(gb)).toMatchObject({
    encoding: 'gb18030',
    delimiter: '\t',
    columns: [{ heading: '工号' }, {}],
  })
  expect(await readColumns(fileOf(gb), { encoding: 'utf-8' })).toMatchObject({ fault: { code: 'bad-encoding' } })
})
