import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileOf, utf16be, utf16le } from '../testing/a-file.ts'
import type { Field } from './field.ts'
import { type ImportProfile, plainProfile } from './profile.ts'
import { readTable } from './read-table.ts'

const fields = [
  { name: 'id', kind: 'text', required: true, maxLength: 8 },
  { name: 'day', kind: 'day', required: true },
  { name: 'note', kind: 'text', required: false },
] as const satisfies readonly Field[]

const profile: ImportProfile = { ...plainProfile, columns: { id: 'Id', day: 'Day', note: 'Note' } }

const read = (content: string | Uint8Array, changes: Partial<ImportProfile> = {}, size?: number) =>
  readTable(fileOf(content, size), fields, { ...profile, ...changes })

async function rowsOf(...args: Parameters<typeof read>) {
  const table = await read(...args)
  if (!table.ok) throw new Error(JSON.stringify(table.fault))
  return table.value.rows.map(({ cells }) => cells)
}
async function faultOf(...args: Parameters<typeof read>) {
  const table = await read(...args)
  if (table.ok) throw new Error('it was taken')
  return table.fault
}
async function rowFaults(...args: Parameters<typeof read>) {
  const fault = await faultOf(...args)
  if (fault.code !== 'bad-rows') throw new Error(fault.code)
  return fault.rows
}

const good = 'Id,Day,Note\na,2026-01-05,"x, ""y"""\nb,2026-02-28,\n'

test('rows are numbered as in a spreadsheet, and the digest is that of the bytes', async () => {
  const table = await read(good)
  expect(table).toEqual({
    ok: true,
    value: {
      rows: [
        { rowNumber: 2, cells: { id: 'a', day: '2026-01-05', note: 'x, "y"' } },
        { rowNumber: 3, cells: { id: 'b', day: '2026-02-28', note: null } },
      ],
      digest: createHash('sha256').update(good).digest('hex'),
      rowCount: 2,
      numberColumns: [],
      absentColumns: [],
    },
  })
})

test('unused columns are dropped', async () => {
  const [row] = await rowsOf('Salary,Id,Day,Note,Born\n900,a,2026-01-05,n,1980-01-01\n')
  expect(row).toEqual({ id: 'a', day: '2026-01-05', note: 'n' })
})

test('unused columns are refused if the profile says so', async () => {
  const fault = await faultOf('Id,Day,Note,Salary\n', { ignoreOtherColumns: false })
  expect(fault).toEqual({ code: 'column-unknown', columns: ['Salary'] })
})

const chinese = 'Id,Day,Note\n甲,2026-01-05,携程旅行网的客户信息𠮷\n'
const expected = [{ id: '甲', day: '2026-01-05', note: '携程旅行网的客户信息𠮷' }]
// `iconv -t gb18030` of the text above.
const gb18030 = Buffer.from(
  '49642c4461792c4e6f74650abcd72c323032362d30312d30352cd0afb3ccc2c3d0d0cdf8b5c4bfcdbba7d0c5cfa29534b2350a',
  'hex',
)

test.each([1, 2, 3, 7, 65_536])(
  'every encoding is read in chunks of %i bytes, with and without its byte order mark',
  async (size) => {
    const utf8 = new TextEncoder().encode(chinese)
    expect(await rowsOf(utf8, {}, size)).toEqual(expected)
    expect(await rowsOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), {}, size)).toEqual(expected)
    expect(await rowsOf(utf16le(chinese), { encoding: 'utf-16le' }, size)).toEqual(expected)
    expect(await rowsOf(utf16le(`\ufeff${chinese}`), { encoding: 'utf-16le' }, size)).toEqual(expected)
    expect(await rowsOf(utf16be(chinese), { encoding: 'utf-16be' }, size)).toEqual(expected)
    expect(await rowsOf(utf16be(`\ufeff${chinese}`), { encoding: 'utf-16be' }, size)).toEqual(expected)
    expect(await rowsOf(gb18030, { encoding: 'gb18030' }, size)).toEqual(expected)
  },
)

test('another encoding’s byte order mark and invalid bytes are refused', async () => {
  const bad = async (content: Uint8Array, encoding: ImportProfile['encoding']) => await faultOf(content, { encoding })
  const figures = { expected: 'utf-8', found: 'utf-16le' }
  expect(await bad(utf16le(`\ufeff${chinese}`), 'utf-8')).toEqual({ code: 'bad-encoding', figures })
  expect(await bad(utf16be(`\ufeff${chinese}`), 'utf-16le')).toMatchObject({ code: 'bad-encoding' })
  expect(await bad(gb18030, 'utf-8')).toMatchObject({ code: 'bad-encoding' })
  expect(await bad(Buffer.concat([gb18030, Buffer.from([0xff])]), 'gb18030')).toMatchObject({ code: 'bad-encoding' })
  expect(await bad(utf16le(chinese).subarray(0, -1), 'utf-16le')).toMatchObject({ code: 'bad-encoding' })
})

test('mixed line ends, quoted line ends and empty lines are read, and empty lines count in row numbers', async () => {
  const table = await read('Id,Day,Note\r\na,2026-01-05,\n\r\nb,2026-01-06,\r,,\nc,2026-01-07,')
  expect(table.ok && table.value.rows.map(({ rowNumber, cells }) => [rowNumber, cells.id])).toEqual([
    [2, 'a'],
    [4, 'b'],
    [6, 'c'],
  ])
  expect(await rowFaults('Id,Day,Note\n"a\nb",2026-01-05,\n')).toMatchObject([{ code: 'bad-character', rowNumber: 2 }])
})

test('binary files are refused: PDF, gzip, NUL bytes', async () => {
  expect(await faultOf(Buffer.from('\u001f\u008b\u0008', 'latin1'))).toEqual({ code: 'binary' })
  expect(await faultOf('%PDF-1.7')).toEqual({ code: 'binary' })
  expect(await faultOf('Id,Day,Note\na\0,2026-01-05,\n')).toEqual({ code: 'binary' })
  expect(await faultOf(utf16le('Id,Day,Note\n'))).toEqual({ code: 'binary' })
})

test('a file that is empty, blank or has only a header is refused', async () => {
  expect(await faultOf('')).toEqual({ code: 'empty-file' })
  expect(await faultOf('\ufeff')).toEqual({ code: 'empty-file' })
  expect(await faultOf('\n\n\r\n')).toEqual({ code: 'empty-file' })
  expect(await faultOf('Id,Day,Note\n')).toEqual({ code: 'no-rows' })
})

test('every missing required column and every duplicate column is named', async () => {
  expect(await faultOf('id;day\n1;2\n')).toEqual({ code: 'column-missing', columns: ['Id', 'Day'] })
  expect(await faultOf('Id,Day,Note,Id\n')).toEqual({ code: 'column-twice', columns: ['Id'] })
  expect(await faultOf('=cmd|calc!A1,Day,Note\n')).toEqual({ code: 'column-missing', columns: ['Id'] })
})

const titleRows = (count: number) => Array.from({ length: count }, (_, n) => `Training ${n}`)

test.each([
  ['one line', 'Training in the second half of 2026'],
  ['filled up with empty cells', ',"Training, second half",'],
  ['several lines with a blank one', 'Training\n\nsecond half\n,,Human resources'],
  ['five lines', titleRows(5).join('\n')],
])('a title above the headings is left out, and rows keep their numbers: %s', async (_, title) => {
  for (const size of [1, 1 << 16]) {
    const table = await read(`${title}\n${good}`, {}, size)
    const above = title.split('\n').length
    expect(table.ok && table.value.rows.map(({ rowNumber }) => rowNumber - above)).toEqual([2, 3])
  }
})

test('a row of one cell is a title only above several cells, and no headings of one column', async () => {
  const missing = { code: 'column-missing', columns: ['Id', 'Day'] }
  expect(await faultOf(`${titleRows(6).join('\n')}\n${good}`)).toEqual(missing)
  expect(await faultOf('Training\n')).toEqual(missing)
  expect(await faultOf('Training\na\nb\n')).toEqual(missing)
  const single = [{ name: 'id', kind: 'text', required: true, maxLength: 8 }] as const
  const outcome = await readTable(fileOf('Id\na,b\n'), single, profile)
  expect(outcome).toMatchObject({ fault: { rows: [{ code: 'too-many-cells', rowNumber: 2 }] } })
})

test('an optional column may be missing: its cells are empty and the column is reported', async () => {
  const table = await read('Id,Day\na,2026-01-05\n')
  expect(table).toMatchObject({
    ok: true,
    value: { rows: [{ cells: { id: 'a', day: '2026-01-05', note: null } }], absentColumns: ['Note'] },
  })
})

test.each([
  ['NOTE', 'Note'],
  ['Noet', 'Note'],
  [' note ', 'Note'],
])('the unused column %j is reported as a misspelled %s', async (heading, meant) => {
  expect(await faultOf(`Id,Day,"${heading}"\na,2026-01-05,x\n`)).toEqual({
    code: 'column-misspelt',
    misspelt: [{ heading: heading.trim(), meant }],
  })
  expect((await read(`Id,Day,Notice,${meant}\na,2026-01-05,x,y\n`)).ok).toBe(true)
})

test('every bad row is reported with its number, column, text and expected format', async () => {
  const rows = [
    'a,2026-02-30,',
    'b,2026-01-05',
    'c,2026-01-05,,,',
    ',5/1/2026,',
    'Id,Day,Note',
    '123456789,2026-01-05,',
  ]
  const day = 'YYYY-MM-DD'
  expect(await rowFaults(`Id,Day,Note\n${rows.join('\n')}\n`)).toEqual([
    { rowNumber: 2, column: 'Day', code: 'bad-day', text: '2026-02-30', expected: day },
    { rowNumber: 3, column: null, code: 'too-few-cells', text: '2', expected: '3' },
    { rowNumber: 4, column: null, code: 'too-many-cells', text: '5', expected: '3' },
    { rowNumber: 5, column: 'Id', code: 'required', text: '', expected: '' },
    { rowNumber: 5, column: 'Day', code: 'bad-day', text: '5/1/2026', expected: day },
    { rowNumber: 6, column: null, code: 'header-repeated', text: '', expected: '' },
    { rowNumber: 7, column: 'Id', code: 'too-long', text: '123456789', expected: '8' },
  ])
})

test('the first 100 faults are returned with 40 characters each, and all are counted', async () => {
  const fault = await faultOf(`Id,Day,Note\n${`a,${'x'.repeat(90)},\n`.repeat(1234)}`)
  expect(fault).toMatchObject({ code: 'bad-rows', total: 1234 })
  expect('rows' in fault && [fault.rows.length, fault.rows[0]?.text.length]).toEqual([100, 40])
})

test('a byte order mark inside the text is refused, because it would make equal-looking ids differ', async () => {
  const rows = await rowFaults('Id,Day,Note\n\ufeffa,2026-01-05,\nb,2026-01-05\ufeff,\n')
  expect(rows).toMatchObject([
    { rowNumber: 2, column: 'Id', code: 'bad-character' },
    { rowNumber: 3, column: 'Day', code: 'bad-character' },
  ])
})

test('a cell that starts like a formula stays text', async () => {
  expect(await rowsOf('Id,Day,Note\n=1+1,2026-01-05,"=HYPERLINK(""x"")"\n')).toMatchObject([
    { id: '=1+1', note: '=HYPERLINK("x")' },
  ])
})
